using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using Stateless;

namespace ChangeRelease.Domain.Benchmarks.Build;

/// <summary>One large table, written for the library and for Stateless alone: rows with requirements, selectors, side doors, ways back.</summary>
internal static class LargeTable
{
    public const int States = 500;
    public const int Transitions = 5_000;

    private const int Needs = 40;
    private const int Phases = 5;

    // The last state is final and has no rows; the rows that it would have belong to the first.
    private const int RowsOfOne = 10;

    private static readonly Phase[] All = [.. Enumerable.Range(0, Phases).Select(number => Phase.InOrder($"Phase{number}", number))];

    private static readonly State[] Named = [.. Enumerable.Range(0, States).Select(number => new State($"State{number}", All[number * Phases / States]))];

    private static readonly Trigger[] Triggers = [.. Enumerable.Range(0, 2 * RowsOfOne).Select(number => new Trigger($"Trigger{number}"))];

    private static readonly Selector<int> Size = Selector.For<int>("size", ["small", "large"], _ => "small");

    private static readonly Requirement<int>[] Asked = [.. Enumerable.Range(0, Needs).Select(number =>
        Requirement.For<int>($"large.requirement.r{number}").Says($"Requirement {number} is met.").IsMetWhen(attempt => attempt != number))];

    private static readonly Func<bool> Yes = () => true;

    private static IEnumerable<Row> Rows => Enumerable.Range(0, States - 1).SelectMany(state => Enumerable.Range(0, state == 0 ? 2 * RowsOfOne : RowsOfOne), (state, trigger) => new Row(state, trigger));

    public static Lifecycle<int> Define() => Lifecycle.Define<int>("large", 1, table =>
    {
        table.StartsIn(Named[0]).EndsIn(Named[^1]);
        foreach (var row in Rows)
        {
            var begun = row.IsSideDoor ? table.SideDoor(Triggers[row.Trigger]).From(Named[row.From]) : table.In(Named[row.From]).On(Triggers[row.Trigger]);
            var led = row.Targets is [var only] ? begun.GoTo(Named[only]) : begun.Choose(Size, ("small", Named[row.Targets[0]]), ("large", Named[row.Targets[1]]));
            led.When([.. row.Needs.Select(number => Asked[number])]);
        }
    });

    public static StateMachine<int, int> Configure()
    {
        var machine = new StateMachine<int, int>(() => 0, _ => { }, FiringMode.Immediate);
        for (var state = 0; state < States; state++)
        {
            machine.Configure(state);
        }

        foreach (var row in Rows)
        {
            foreach (var target in row.Targets)
            {
                Permit(machine.Configure(row.From), row, target, [.. row.Needs.Select(number => new Tuple<Func<bool>, string>(Yes, Asked[number].Code))]);
            }
        }

        return machine;
    }

    private static void Permit(StateMachine<int, int>.StateConfiguration state, Row row, int target, Tuple<Func<bool>, string>[] guards) =>
        _ = target == row.From ? state.PermitReentryIf(row.Trigger, guards) : state.PermitIf(row.Trigger, target, guards);

    /// <summary>What one row is, by its numbers alone.</summary>
    private readonly record struct Row(int From, int Trigger)
    {
        public bool IsSideDoor => Trigger % RowsOfOne >= 7;

        public int[] Targets => (Trigger % RowsOfOne) switch
        {
            1 or 4 => [From],
            2 => [From + 1, Math.Min(States - 1, From + 7)],
            3 or 6 => [Math.Min(States - 1, From + 7)],
            7 => [From / 2],
            8 => [States - 1],
            9 => [0],
            _ => [From + 1],
        };

        public IEnumerable<int> Needs
        {
            get
            {
                var row = this;
                return Enumerable.Range(0, Trigger % 4).Select(number => (row.From + (7 * number) + row.Trigger) % LargeTable.Needs);
            }
        }
    }
}
