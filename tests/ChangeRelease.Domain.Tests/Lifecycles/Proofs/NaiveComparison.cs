using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Compares two tables level by level, as the rules of comparison are written down.</summary>
internal sealed class NaiveComparison(LifecycleDescription one, LifecycleDescription other, bool mayAddTriggers)
{
    private readonly HashSet<Trigger> _known = [.. other.Transitions.Select(row => row.Trigger), .. other.Triggers.Select(known => known.Trigger)];

    /// <summary>How many moves lead to a first difference, and in what all differences of that length consist; null when there is none.</summary>
    public (int Length, HashSet<Laxity> Laxities)? Decide()
    {
        var seen = new HashSet<Both>();
        var level = Begin();
        var found = level.SelectMany(Wrong).ToHashSet();
        for (var depth = 0; ; depth++)
        {
            if (found.Count > 0)
            {
                return (depth, found);
            }

            if (level.Count == 0)
            {
                return null;
            }

            seen.UnionWith(level);
            level = [.. level.SelectMany(both => Next(both, found)).Where(both => !seen.Contains(both)).Distinct()];
            found.UnionWith(level.SelectMany(Wrong));
        }
    }

    /// <summary>Whether joint moves can be taken, up to the last one, which is where they differ.</summary>
    public bool Follows(IReadOnlyList<JointMove> moves)
    {
        var here = Begin();
        foreach (var move in moves.SkipLast(1))
        {
            here = [.. here.Where(both => both.State == move.From && both.Other == move.OtherFrom).SelectMany(both => Next(both, [], move.Trigger)).Where(both => both.State == move.To && both.Other == move.OtherTo)];
        }

        return moves.Count == 0 || here.Exists(both => both.State == moves[^1].From && both.Other == moves[^1].OtherFrom && Rows(one, both.State).Any(row => row.Trigger == moves[^1].Trigger));
    }

    private List<Both> Begin() =>
        [.. Pairs(Memories(one, one.Start, null, []), Memories(other, other.Start, null, [])).Select(pair => new Both(one.Start, pair.Item1, other.Start, pair.Item2))];

    private IEnumerable<Laxity> Wrong(Both both)
    {
        var (mine, yours) = (both.State.Phase.Order, both.Other.Phase.Order);
        if (mine is not null && yours is null)
        {
            yield return Laxity.NotPutAside;
        }
        else if (mine > yours)
        {
            yield return Laxity.RunsAhead;
        }
        else if (one.Ends.Contains(both.State) && (!other.Ends.Contains(both.Other) || (other.States.Contains(both.State) && both.State != both.Other)))
        {
            yield return Laxity.EndsOtherwise;
        }
    }

    private List<Both> Next(Both both, HashSet<Laxity> wrong, Trigger? only = null)
    {
        var next = new List<Both>();
        foreach (var row in Rows(one, both.State).Where(row => only is null || row.Trigger == only))
        {
            foreach (var outcome in Live(row, both.Origin))
            {
                next.AddRange(mayAddTriggers && !_known.Contains(row.Trigger) ? Alone(both, outcome, wrong) : Together(both, row, outcome, wrong));
            }
        }

        return next;
    }

    private IEnumerable<Both> Alone(Both both, Outcome outcome, HashSet<Laxity> wrong)
    {
        if (outcome.Exit is not null)
        {
            wrong.Add(Laxity.LeadsElsewhere);
            return [];
        }

        return Memories(one, outcome.To, Really(both.State, both.Origin, outcome), outcome.ComesFrom).Select(memory => both with { State = outcome.To, Origin = memory.Origin });
    }

    private List<Both> Together(Both both, Transition row, Outcome outcome, HashSet<Laxity> wrong)
    {
        var match = Rows(other, both.Other).FirstOrDefault(match => match.Trigger == row.Trigger);
        var answers = match is null ? [] : Live(match, both.OtherOrigin).ToList();
        if (answers.Count == 0)
        {
            wrong.Add(Laxity.TransitionAdded);
            return [];
        }

        if (match!.Requirements.Except(row.Requirements).Any())
        {
            wrong.Add(Laxity.RequirementDropped);
            return [];
        }

        if (!IsBack(row) && !IsBack(match) && row.Selector == match.Selector)
        {
            answers = [.. answers.Where(answer => answer.Case == outcome.Case)];
        }

        if (answers.Count == 0)
        {
            wrong.Add(Laxity.LeadsElsewhere);
        }

        return [.. answers.SelectMany(answer => Answered(both, outcome, answer, wrong))];
    }

    private IEnumerable<Both> Answered(Both both, Outcome outcome, Outcome answer, HashSet<Laxity> wrong)
    {
        if (outcome.Exit is null && answer.Exit is null)
        {
            return Pairs(
                    Memories(one, outcome.To, Really(both.State, both.Origin, outcome), outcome.ComesFrom),
                    Memories(other, answer.To, Really(both.Other, both.OtherOrigin, answer), answer.ComesFrom))
                .Select(pair => new Both(outcome.To, pair.Item1, answer.To, pair.Item2));
        }

        var isSame = outcome.Exit == answer.Exit && outcome.To == answer.To && (outcome.ComesFrom.Count == 0) == (answer.ComesFrom.Count == 0)
            && !outcome.ComesFrom.Except(answer.ComesFrom).Any();
        if (!isSame)
        {
            wrong.Add(Laxity.LeadsElsewhere);
        }

        return [];
    }

    private static State? Really(State from, State? origin, Outcome outcome) => outcome.To == from ? origin : from;

    private static IEnumerable<Transition> Rows(LifecycleDescription table, State state) => table.Transitions.Where(row => row.From == state);

    private static bool IsBack(Transition row) => row.Outcomes.Any(outcome => outcome.Origins.Count > 0);

    private static IEnumerable<Outcome> Live(Transition row, State? origin) => IsBack(row) ? row.Outcomes.Where(outcome => outcome.Origins.Contains(origin!)) : row.Outcomes;

    private static List<(State? Said, State? Origin)> Memories(LifecycleDescription table, State state, State? really, IEnumerable<State> said)
    {
        var origins = Rows(table, state).SelectMany(row => row.Outcomes).SelectMany(outcome => outcome.Origins).Distinct().ToList();
        if (origins.Count == 0)
        {
            return [(null, null)];
        }

        var memories = said.Where(origins.Contains).Select(origin => ((State?)origin, (State?)origin)).ToList();
        if (really is not null && origins.Contains(really))
        {
            memories.Add((null, really));
        }

        return memories.Count > 0 ? memories : [.. origins.Select(origin => ((State?)origin, (State?)origin))];
    }

    private static IEnumerable<(State?, State?)> Pairs(List<(State? Said, State? Origin)> mine, List<(State? Said, State? Origin)> yours)
    {
        foreach (var memory in mine)
        {
            var beside = yours.Exists(other => other.Said == memory.Said) ? yours.Where(other => other.Said == memory.Said)
                : yours.Exists(other => other.Said is null) ? yours.Where(other => other.Said is null)
                : yours;
            foreach (var other in beside)
            {
                yield return (memory.Origin, other.Origin);
            }
        }
    }

    private sealed record Both(State State, State? Origin, State Other, State? OtherOrigin);
}
