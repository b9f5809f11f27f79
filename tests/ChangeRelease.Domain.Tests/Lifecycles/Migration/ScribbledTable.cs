using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>Random tables as data: ordered states, states aside, ways back, side doors; each state reachable.</summary>
internal static class ScribbledTable
{
    private static readonly Phase[] Ordered = [Phase.Preparation, Phase.Authorization, Phase.Ready, Phase.Realization];

    private static readonly State[] Names =
    [
        .. Enumerable.Range(0, 6).Select(number => new State($"S{number}", Ordered[Math.Min(number / 2, 3)])),
        new("Held", Phase.Paused), new("Parked", Phase.Paused), new("Off", Phase.Aside("Elsewhere")),
    ];

    private static readonly State[] Final = [new("Done", Phase.Ended), new("Dropped", Phase.Ended)];

    public static LifecycleDescription Write(Random random, string id, int version)
    {
        var states = Names.Where(state => state == Names[0] || random.Next(3) > 0).ToList();
        var ends = Final[..random.Next(1, 3)];
        var rows = new List<Transition>();
        for (var number = 0; number < states.Count; number++)
        {
            // Every state is entered from an earlier one, so that all are reachable.
            if (number > 0)
            {
                Add(rows, random, states[random.Next(number)], states[number]);
            }

            for (var more = random.Next(3); more > 0; more--)
            {
                Add(rows, random, states[number], random.Next(8) == 0 ? states[number] : states[random.Next(states.Count)]);
            }
        }

        foreach (var end in ends)
        {
            Add(rows, random, states[random.Next(states.Count)], end);
        }

        foreach (var back in states.Where(state => state.Phase.Order is null && random.Next(2) == 0))
        {
            Return(rows, random, back);
        }

        return new LifecycleDescription(id, version, states[0], ends.ToValueList(), states.Concat(ends).ToValueList(), rows.ToValueList())
        {
            Triggers = rows.Select(row => new TriggerDescription(row.Trigger, [])).ToValueList(),
        };
    }

    private static void Add(List<Transition> rows, Random random, State from, State to) => rows.Add(new Transition(
        from,
        new Trigger($"T{rows.Count}"),
        random.Next(6) > 0 ? [new Outcome(null, to, null)] : [new Outcome("a", to, null), new Outcome("b", from, null)],
        [],
        IsSideDoor: true,
        Selector: null));

    private static void Return(List<Transition> rows, Random random, State back)
    {
        if (random.Next(3) == 0)
        {
            rows.Add(new Transition(back, new Trigger($"T{rows.Count}"), [new Outcome(null, back, null) { ComesFrom = [rows[0].From] }], [], true, null));
        }

        var origins = rows.SelectMany(row => row.Outcomes.Where(outcome => outcome.To == back), (row, outcome) => row.From == back ? outcome.ComesFrom : outcome.ComesFrom.With(row.From))
            .SelectMany(from => from).Distinct().ToList();
        rows.Add(new Transition(back, new Trigger($"T{rows.Count}"), origins.Select(origin => new Outcome(origin.Name, origin, null) { Origins = [origin] }).ToValueList(), [], true, "came from"));
    }
}
