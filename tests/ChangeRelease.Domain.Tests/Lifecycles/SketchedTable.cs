using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>A random sound table, as numbers: read once by the builder, once by an interpreter that shares nothing with it.</summary>
internal sealed class SketchedTable
{
    public const int Requirements = 5;
    public const int Triggers = 4;
    public static readonly string[] Answers = ["left", "middle", "right"];

    public static readonly Selector<Trial> Answer = Selector.For<Trial>("answer", [.. Answers], trial => trial.Answer);

    private readonly Random _random;
    private readonly List<int>[] _waits;

    public SketchedTable(int seed)
    {
        _random = new Random(seed);
        States = _random.Next(2, 9);
        _waits = [.. Enumerable.Range(0, Requirements).Select(number => Some(number, oneIn: 3))];
        Rows = [.. Enumerable.Range(0, States - 1).SelectMany(state => Enumerable.Range(0, Triggers).Select(trigger => Row(state, trigger))).OfType<SketchedRow>()];
        _random.Shuffle(Rows);
    }

    public int States { get; }

    public SketchedRow[] Rows { get; }

    public IReadOnlyList<int> WaitsOf(int requirement) => _waits[requirement];

    public static State State(int number) => new($"S{number}", Phase.Preparation);

    public static Trigger Trigger(int number) => new($"T{number}");

    /// <summary>What an attempt leads to, told naively: the code of the last resort.</summary>
    public string Interpret(int state, int trigger, ulong met, string answer)
    {
        var row = Array.Find(Rows, row => row.From == state && row.Trigger == trigger);
        if (row is null)
        {
            return "lifecycle.transition.undefined";
        }

        var reasons = Needed(row).Order().Where(number => !IsMet(number, met)).Select(number => Reason(number, met)).ToList();
        return reasons.Count > 0 ? string.Join("; ", reasons) : Arrival(row, answer);
    }

    public Lifecycle<Trial> Build(Lifecycle<Trial> elsewhere)
    {
        var needs = new List<Requirement<Trial>>();
        for (var number = 0; number < Requirements; number++)
        {
            needs.Add(Trial.Needs(number).After([.. _waits[number].Select(other => needs[other])]));
        }

        return Lifecycle.Define<Trial>("sketched", 1, table =>
        {
            table.StartsIn(State(0)).EndsIn(State(States - 1));
            foreach (var row in Rows)
            {
                row.Write(table.In(State(row.From)).On(Trigger(row.Trigger)), elsewhere).When([.. row.Requirements.Select(number => needs[number])]);
            }
        });
    }

    private static string Arrival(SketchedRow row, string answer) => row.Targets.Count == 1
        ? row.Targets[0].ToText(row.From)
        : row.Targets[Array.IndexOf(Answers, answer)].ToText(row.From);

    private HashSet<int> Needed(SketchedRow row)
    {
        var needed = row.Requirements.ToHashSet();
        while (needed.SelectMany(number => _waits[number]).Any(needed.Add))
        {
        }

        return needed;
    }

    private bool IsMet(int number, ulong met) => (met & (1UL << number)) != 0 && _waits[number].TrueForAll(other => IsMet(other, met));

    private string Reason(int number, ulong met)
    {
        var waiting = _waits[number].Where(other => !IsMet(other, met)).Order().ToList();
        return waiting.Count == 0 ? $"r{number}" : $"r{number} waits for {string.Join(" ", waiting)}";
    }

    // Trigger 0 always leads on, so that every state can be reached and every one can end.
    private SketchedRow? Row(int state, int trigger)
    {
        var on = trigger == 0 ? new SketchedTarget(state + 1, Leaves: false) : Target();
        var manner = _random.Next(4);
        var other = on.Leaves ? Inside() : Target();
        return trigger > 0 && manner == 3
            ? null
            : new SketchedRow(state, trigger, manner == 2 ? Shuffled(on, other, Inside()) : [on], Some(Requirements, oneIn: 3));
    }

    private List<SketchedTarget> Shuffled(params SketchedTarget[] targets)
    {
        _random.Shuffle(targets);
        return [.. targets];
    }

    private SketchedTarget Target() => _random.Next(6) switch
    {
        0 => new SketchedTarget(0, Leaves: true),
        1 => new SketchedTarget(null, Leaves: false),
        _ => new SketchedTarget(_random.Next(States), Leaves: false),
    };

    private SketchedTarget Inside() => new(_random.Next(States), Leaves: false);

    private List<int> Some(int count, int oneIn) => [.. Enumerable.Range(0, count).Where(_ => _random.Next(oneIn) == 0)];
}

/// <summary>Where a sketched row leads: a number, or null to stay.</summary>
internal sealed record SketchedTarget(int? State, bool Leaves)
{
    public string ToText(int from) => $"{(Leaves ? "away to " : "to ")}{(Leaves ? "Draft" : $"S{State ?? from}")}";
}

/// <summary>One sketched row; three targets stand for the three answers of a selector.</summary>
internal sealed record SketchedRow(int From, int Trigger, List<SketchedTarget> Targets, List<int> Requirements)
{
    public TableRow<Trial> Write(TableTrigger<Trial> row, Lifecycle<Trial> elsewhere)
    {
        if (Targets.Count > 1)
        {
            return WriteChoice(row, elsewhere);
        }

        return Targets[0] switch
        {
            { Leaves: true } => row.ExitTo(elsewhere, Words.Draft),
            { State: { } state } => row.GoTo(SketchedTable.State(state)),
            _ => row.Stay(),
        };
    }

    private TableRow<Trial> WriteChoice(TableTrigger<Trial> row, Lifecycle<Trial> elsewhere)
    {
        var selector = SketchedTable.Answer;
        var exit = Targets.FindIndex(target => target.Leaves);
        var cases = Enumerable.Range(0, Targets.Count).Where(at => at != exit)
            .Select(at => (SketchedTable.Answers[at], Targets[at].State is { } state ? SketchedTable.State(state) : null)).ToArray();
        return exit < 0 ? row.Choose(selector, cases) : row.ChooseOrExit(selector, elsewhere, (SketchedTable.Answers[exit], Words.Draft), cases);
    }
}
