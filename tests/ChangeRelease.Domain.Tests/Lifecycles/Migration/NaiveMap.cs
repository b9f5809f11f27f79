using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>What is wrong with a map, found by walking every life; it shares nothing with the library's check.</summary>
internal sealed class NaiveMap(LifecycleDescription before, LifecycleDescription after, IReadOnlyList<(State From, State To, bool IsRename)> said, bool keepsTheRest, IReadOnlyList<State> excused)
{
    public IEnumerable<string> Faults()
    {
        foreach (var state in before.States)
        {
            var moves = said.Where(move => move.From == state).ToList();
            if (moves.Count > 1)
            {
                yield return $"lifecycle.migration.state-repeated at {state}";
            }

            if (moves.Count == 0 && !(keepsTheRest && after.States.Contains(state)))
            {
                yield return $"lifecycle.migration.state-missing at {state}";
            }
        }

        foreach (var (from, to, _) in said)
        {
            if (!before.States.Contains(from))
            {
                yield return $"lifecycle.migration.state-unknown at {from}";
            }

            if (!after.States.Contains(to))
            {
                yield return $"lifecycle.migration.target-unknown at {from}";
            }
        }

        foreach (var gate in excused.Where(gate => !after.States.Contains(gate)))
        {
            yield return $"lifecycle.migration.gate-unknown at {gate}";
        }

        foreach (var fault in before.States.Where(state => Target(state) is not null).SelectMany(state => Illegal(state, Target(state)!)))
        {
            yield return fault;
        }
    }

    public State? Target(State from) =>
        said.Any(move => move.From == from) ? said.First(move => move.From == from).To is var to && after.States.Contains(to) ? to : null
        : keepsTheRest && after.States.Contains(from) ? from : null;

    private IEnumerable<string> Illegal(State from, State to)
    {
        if (before.Ends.Contains(from))
        {
            if (!after.Ends.Contains(to))
            {
                yield return $"lifecycle.migration.end-left at {from}";
            }

            yield break;
        }

        if (after.Ends.Contains(to))
        {
            yield return $"lifecycle.migration.end-entered at {from}";
        }

        var passed = before.States.Where(state => state != from && IsOnEveryWay(before, state, from) && !IsBack(before, state)).Select(Counts).ToList();
        foreach (var gate in after.States.Where(gate => gate != to && !IsBack(after, gate) && IsOnEveryWay(after, gate, to) && !passed.Contains(gate) && !excused.Contains(gate)))
        {
            yield return $"lifecycle.migration.gate-passed at {from}: {gate}";
        }

        if (to.Phase.Order is null && to.Phase != from.Phase)
        {
            yield return $"lifecycle.migration.phase-aside at {from}";
        }
        else if (HowFar(after, to) > HowFar(before, from))
        {
            yield return $"lifecycle.migration.phase-forward at {from}";
        }

        foreach (var origin in Origins(from).Where(origin => Target(origin) is not null))
        {
            if (after.Transitions.Any(row => row.From == to && IsBack(row) && !row.Outcomes.Any(outcome => outcome.Origins.Contains(Target(origin)!))))
            {
                yield return $"lifecycle.migration.origin-lost at {from}";
            }
        }
    }

    private State Counts(State passed) => said.Any(move => move.From == passed) && said.First(move => move.From == passed) is { IsRename: true } renamed && after.States.Contains(renamed.To) ? renamed.To : passed;

    /// <summary>Whether nobody gets to a state who never was in the other.</summary>
    private static bool IsOnEveryWay(LifecycleDescription table, State gate, State to) => !Walk(table, gate).Contains(to) && Walk(table, null).Contains(to);

    private static HashSet<State> Walk(LifecycleDescription table, State? avoid)
    {
        var seen = new HashSet<(State State, State? Origin)>();
        var open = new Queue<(State State, State? Origin)>();
        Enter(table.Start, null);
        while (open.TryDequeue(out var at))
        {
            foreach (var row in table.Transitions.Where(row => row.From == at.State))
            {
                foreach (var outcome in row.Outcomes.Where(outcome => outcome.Exit is null && (!IsBack(row) || outcome.Origins.Contains(at.Origin!))))
                {
                    Enter(outcome.To, outcome.To == at.State ? at.Origin : at.State);
                    outcome.ComesFrom.ToList().ForEach(origin => Enter(outcome.To, origin));
                }
            }
        }

        return [.. seen.Select(at => at.State)];

        void Enter(State state, State? origin)
        {
            if (state != avoid && seen.Add((state, origin)))
            {
                open.Enqueue((state, origin));
            }
        }
    }

    private static bool IsBack(Transition row) => row.Outcomes.Any(outcome => outcome.Origins.Count > 0);

    private static bool IsBack(LifecycleDescription table, State state) => table.Transitions.Any(row => row.From == state && IsBack(row));

    private static int HowFar(LifecycleDescription table, State state) => WaysTo(table, state).DefaultIfEmpty(int.MinValue).Min();

    private static IEnumerable<int> WaysTo(LifecycleDescription table, State state, params State[] through) => state.Phase.Order is { } order ? [order] : Before(table, state)
        .Where(other => !through.Append(state).Contains(other))
        .SelectMany(other => WaysTo(table, other, [.. through, state]));

    private static IEnumerable<State> Before(LifecycleDescription table, State state) =>
        table.Transitions.Where(row => row.Outcomes.Any(outcome => outcome.Exit is null && outcome.To == state)).Select(row => row.From);

    private IEnumerable<State> Origins(State state) => IsBack(before, state)
        ? before.Transitions.Where(row => row.From == state).SelectMany(row => row.Outcomes).SelectMany(outcome => outcome.Origins).Distinct()
        : before.Transitions.SelectMany(row => row.Outcomes.Where(outcome => outcome.To == state), (row, outcome) => outcome.ComesFrom.Append(row.From).Where(other => other != state || outcome.ComesFrom.Contains(other)))
            .SelectMany(origins => origins).Distinct();
}
