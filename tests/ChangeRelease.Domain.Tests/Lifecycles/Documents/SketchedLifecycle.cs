using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>A random sound lifecycle with everything that a table can hold: own phases, side doors, cases, exits, ways back, parameters, arguments.</summary>
internal sealed class SketchedLifecycle
{
    public static readonly Lifecycle<Trial> Elsewhere = Words.Straight("elsewhere");

    public static readonly string[] Answers = ["left", "right \"hand\"", "exit"];

    public static readonly Parameter<long> Days = Parameter.Number("days", "How many days at least.");

    public static readonly Parameter<string> Role = Parameter.Text("role", "Whose role.").Optional();

    public static readonly Parameter<Instant> Until = Parameter.Instant("until", "Until when.").Optional();

    public static readonly RequirementTemplate<Trial> LeadTime = RequirementTemplate.For<Trial>("trial.lead.short", [Days, Role, Until], arguments => Requirement
        .For<Trial>("trial.lead.short")
        .Says("It is planned early enough.")
        .IsMetWhen(trial => trial.Meets((int)(arguments.Get(Days) % 5))));

    private static readonly Selector<Trial> Answer = Selector.For<Trial>("answer", [.. Answers], trial => trial.Answer);

    private static readonly Requirement<Trial>[] Needs = [.. Enumerable.Range(0, 4).Select(number => Trial.Needs(number))];

    private static readonly Requirement<Trial> Late = Trial.Needs(4).After(Needs[0], Needs[1]);

    private static readonly string[] Suffixes = ["", "", " é", " \"q\"", " \U0001f680", " <b>&", " a/b", " it's \\", " {0}"];

    private static readonly Parameter[] Takeable =
    [
        Parameter.Text("reason", "Why \"exactly\"."), Parameter.Choice("color", "Which.", "red", "gre\u00e9n").Optional(), Parameter.Number("count", "How many."),
        Parameter.Truth("urgent", "Whether it is.").Optional(), Parameter.Instant("at", "When."), Parameter.Duration("within", "How long."),
        Parameter.Structure("facts", "What is known.", StructureContext.Ordinary.StructureSpecimen),
    ];

    private readonly Random _random;
    private readonly State[] _states;
    private readonly State _held;
    private readonly OriginSelector<Trial> _cameFrom;

    public SketchedLifecycle(int seed)
    {
        _random = new Random(seed);
        var phases = Phases();
        _states = [.. Enumerable.Range(0, _random.Next(2, 9)).Select(number => new State($"S{number}{Suffix()}", phases[Math.Min(number / 2, phases.Count - 1)]))];
        _held = new State($"Held{Suffix()}", Phase.Paused);
        _cameFrom = Selector.Origin<Trial>("came from", trial => _states[(int)((trial.Met >> 8) % (ulong)_states.Length)]);
        Lifecycle = Domain.Lifecycles.Lifecycle.Define<Trial>($"sketched{Suffix()}", _random.Next(1, 1_000), Write);
    }

    public Lifecycle<Trial> Lifecycle { get; }

    public IEnumerable<State> States => _states.Append(_held);

    public Trial Attempt() => new((ulong)_random.NextInt64(), Answers[_random.Next(Answers.Length)]);

    private string Suffix() => Suffixes[_random.Next(Suffixes.Length)];

    private List<Phase> Phases() =>
        [.. new[] { Phase.Preparation, Phase.InOrder("Reviewing \u2713", 15), Phase.Authorization, Phase.InOrder("Ready", 35), Phase.Realization }.Where(_ => _random.Next(2) == 0).DefaultIfEmpty(Phase.Ready)];

    private void Write(LifecycleTable<Trial> table)
    {
        table.StartsIn(_states[0]);
        for (var at = 0; at < _states.Length - 1; at++)
        {
            table.In(_states[at]).On(new Trigger("T0")).GoTo(_states[at + 1]).When(Some(Needs));
            Rows(table, _states[at], at);
        }

        if (_states.Length > 2 && _random.Next(2) == 0)
        {
            Hold(table);
        }

        table.EndsIn(_states[^1]);
        Takes(table);
    }

    private void Rows(LifecycleTable<Trial> table, State state, int at)
    {
        for (var trigger = 1; trigger < 4; trigger++)
        {
            if (_random.Next(3) > 0)
            {
                Lead(table.SideDoor(new Trigger($"T{trigger}")).From(state), at).When(Some([.. Needs, Late, Late, Lead()]));
            }
        }
    }

    private TableRow<Trial> Lead(TableTrigger<Trial> row, int at) => _random.Next(6) switch
    {
        0 => row.Stay(),
        1 => row.ExitTo(Elsewhere, Words.Draft).ComesFrom(Words.Checking),
        2 => row.Choose(Answer, (Answers[2], null), (Answers[0], Any()), (Answers[1], Any())),
        3 => row.ChooseOrExit(Answer, Elsewhere, (Answers[2], Words.Checking), (Answers[1], Any()), (Answers[0], null)),
        4 => row.GoTo(_states[at]).ComesFrom(Any()),
        _ => row.GoTo(Any()),
    };

    private State Any() => _states[_random.Next(_states.Length)];

    private Requirement<Trial> Lead()
    {
        var arguments = Arguments.Of(Days, _random.Next(-3, 10));
        arguments = _random.Next(2) == 0 ? arguments : arguments.With(Role, $"dba{Suffix()}");
        return LeadTime.With(_random.Next(2) == 0 ? arguments : arguments.With(Until, Instant.FromUnixTimeTicks(_random.NextInt64(1L << 50))));
    }

    private void Hold(LifecycleTable<Trial> table)
    {
        var from = _states[..^1].Where(_ => _random.Next(3) > 0).DefaultIfEmpty(_states[0]).ToArray();
        table.SideDoor(new Trigger("Hold")).From(from).GoTo(_held).When(Some(Needs));
        var resume = table.SideDoor(new Trigger("Resume")).From(_held);
        var back = _random.Next(2) == 0
            ? resume.Return(_cameFrom, [.. from.Select(Way.BackTo)])
            : resume.Return(_cameFrom, new Way(from[0], [.. from]));
        back.When(Some(Needs));
        table.SideDoor(new Trigger("Amend")).From(_held).Stay().ComesFrom(from[0]);
    }

    private void Takes(LifecycleTable<Trial> table)
    {
        foreach (var trigger in table.Rows.Select(row => row.Trigger).Distinct().Where(_ => _random.Next(2) == 0).ToList())
        {
            table.Takes(trigger, [.. Takeable.Where(_ => _random.Next(3) == 0)]);
        }
    }

    private Requirement<Trial>[] Some(Requirement<Trial>[] needs) => [.. needs.Where(_ => _random.Next(3) == 0)];
}
