using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Walks two definitions side by side, nearest pairs first, until one is found to be laxer.</summary>
internal sealed class JointWalk(IndexedTable one, IndexedTable other, string claim, bool mayAddTriggers)
{
    private const int MostPairs = 500_000;
    private const int MostMoves = 10_000_000;

    private readonly Search<Pair, JointMove> _search = new();
    private int _moves;
    private Comparison? _difference;

    public Comparison Compare()
    {
        Begin();
        while (_difference is null && _search.TryNext(out var pair))
        {
            foreach (var row in one.Rows(pair.State).TakeWhile(_ => _difference is null))
            {
                Take(pair, row);
            }
        }

        return _difference ?? new Comparison(claim, _search.Count);
    }

    private void Begin()
    {
        var (start, otherStart) = (one.Find(one.Description.Start)!.Value, other.Find(other.Description.Start)!.Value);
        foreach (var (origin, otherOrigin) in Together(one.Beginning(), other.Beginning()))
        {
            var pair = new Pair(start, origin, otherStart, otherOrigin);
            _search.Begin(pair);
            Check(pair, []);
        }
    }

    private void Take(Pair pair, IndexedRow row)
    {
        foreach (var taken in row.Outcomes(pair.Origin))
        {
            if (mayAddTriggers && !other.Triggers.Contains(row.Transition.Trigger))
            {
                TakeAlone(pair, row, taken);
            }
            else
            {
                TakeBoth(pair, row, taken);
            }
        }
    }

    private void TakeAlone(Pair pair, IndexedRow row, IndexedOutcome taken)
    {
        var move = Joint(pair, row, taken, other.States[pair.OtherState]);
        if (taken.Outcome.Exit is { } exit)
        {
            Differ(Laxity.LeadsElsewhere, move, $"It leaves for {TraceMove.Name(exit)}, and the other does not know {row.Transition.Trigger}.");
            return;
        }

        foreach (var memory in one.After(pair.State, pair.Origin, taken))
        {
            Arrive(pair with { State = taken.To, Origin = memory.Origin }, move);
        }
    }

    private void TakeBoth(Pair pair, IndexedRow row, IndexedOutcome taken)
    {
        var match = other.Row(pair.OtherState, row.Transition.Trigger);
        var outcomes = match?.Outcomes(pair.OtherOrigin).ToList() ?? [];
        if (outcomes.Count == 0)
        {
            Differ(Laxity.TransitionAdded, Joint(pair, row, taken, null), $"The other has no transition for {row.Transition.Trigger} in {other.States[pair.OtherState]}{Held(match, pair)}.");
            return;
        }

        var answers = outcomes.Where(outcome => IsAnswer(row, taken, match!, outcome)).ToList();
        var dropped = match!.Transition.Requirements.Where(need => !row.Requirements.Contains(need)).ToValueList();
        if (dropped.Count > 0)
        {
            var move = Joint(pair, row, taken, answers.Append(outcomes[0]).First().Outcome.To);
            Differ(Laxity.RequirementDropped, move, $"The other asks also for {string.Join(", ", dropped)}.", dropped);
        }
        else if (answers.Count == 0)
        {
            Differ(Laxity.LeadsElsewhere, Joint(pair, row, taken, null), $"The other's transition has no answer '{taken.Outcome.Case}'.");
        }

        foreach (var answer in answers)
        {
            Go(pair, taken, answer, Joint(pair, row, taken, answer.Outcome.To));
        }
    }

    private void Go(Pair pair, IndexedOutcome taken, IndexedOutcome answer, JointMove move)
    {
        if (taken.Outcome.Exit is not null || answer.Outcome.Exit is not null)
        {
            GoElsewhere(taken.Outcome, answer.Outcome, move);
            return;
        }

        foreach (var (origin, otherOrigin) in Together(one.After(pair.State, pair.Origin, taken), other.After(pair.OtherState, pair.OtherOrigin, answer)))
        {
            Arrive(new Pair(taken.To, origin, answer.To, otherOrigin), move);
        }
    }

    private void GoElsewhere(Outcome taken, Outcome answer, JointMove move)
    {
        if (taken.Exit != answer.Exit || taken.To != answer.To)
        {
            Differ(Laxity.LeadsElsewhere, move, $"It leads to {Place(taken)}, and the other to {Place(answer)}.");
        }
        else if (taken.ComesFrom.Count == 0 ? answer.ComesFrom.Count > 0 : taken.ComesFrom.Except(answer.ComesFrom).Any())
        {
            Differ(Laxity.LeadsElsewhere, move, $"It counts there as coming from {Names(taken.ComesFrom)}, and the other from {Names(answer.ComesFrom)}.");
        }
    }

    private void Arrive(Pair pair, JointMove move)
    {
        if (++_moves > MostMoves || _search.Count > MostPairs)
        {
            Differ(Laxity.Undecided, move, FormattableString.Invariant($"It is not decided: more than {MostPairs} pairs of places, or {MostMoves} moves between them, were to be compared. Write smaller tables, or fewer ways back."));
            return;
        }

        var known = _search.Count;
        if (_search.Find(pair, move) == known)
        {
            Check(pair, [move]);
        }
    }

    private void Check(Pair pair, ValueList<JointMove> last)
    {
        var (state, there) = (one.States[pair.State], other.States[pair.OtherState]);
        if (state.Phase.Order is not null && there.Phase.Order is null)
        {
            Differ(Laxity.NotPutAside, last, $"It goes on in {state}, while the other is put aside in {there}.");
        }
        else if (state.Phase.Order is { } order && there.Phase.Order is { } otherOrder && order > otherOrder)
        {
            Differ(Laxity.RunsAhead, last, $"It is in {state} of {state.Phase}, while the other is still in {there} of {there.Phase}.");
        }
        else if (one.Ends.Contains(pair.State) && (!other.Ends.Contains(pair.OtherState) || (state != there && other.Find(state) is not null)))
        {
            Differ(Laxity.EndsOtherwise, last, $"It ends in {state}, while the other is in {there}.");
        }
    }

    private void Differ(Laxity laxity, JointMove last, string explanation, ValueList<RequirementRef>? dropped = null) =>
        Differ(laxity, [last], explanation, dropped);

    private void Differ(Laxity laxity, ValueList<JointMove> last, string explanation, ValueList<RequirementRef>? dropped = null) =>
        _difference ??= new Comparison(claim, _search.Count)
        {
            Laxity = laxity,
            Moves = last.Count == 0 ? [] : _search.MovesToPresent().ToValueList().With(last),
            Explanation = explanation,
            Dropped = dropped ?? [],
        };

    private JointMove Joint(Pair pair, IndexedRow row, IndexedOutcome taken, State? otherTo) => new(
        row.Transition.Trigger,
        taken.Outcome.Case,
        one.States[pair.State],
        taken.Outcome.To,
        taken.Outcome.Exit,
        row.Transition.Requirements,
        other.States[pair.OtherState],
        otherTo);

    private string Held(IndexedRow? match, Pair pair) =>
        match is null || pair.OtherOrigin < 0 ? string.Empty : $" for those who came from {other.States[pair.OtherOrigin]}";

    // Only the answers to one question are known to agree; those who lead back ask each their own memory.
    private static bool IsAnswer(IndexedRow row, IndexedOutcome taken, IndexedRow match, IndexedOutcome outcome) =>
        row.Returns || match.Returns
        || !string.Equals(row.Transition.Selector, match.Transition.Selector, StringComparison.Ordinal)
        || string.Equals(taken.Outcome.Case, outcome.Outcome.Case, StringComparison.Ordinal);

    // What the rows say of both goes together: both really came from somewhere, or both count as having come from the same state.
    private static IEnumerable<(int Origin, int OtherOrigin)> Together(IEnumerable<Recollection> here, IEnumerable<Recollection> there)
    {
        var others = there.ToList();
        return here.SelectMany(memory => Beside(memory, others), (memory, beside) => (memory.Origin, beside.Origin));
    }

    private static List<Recollection> Beside(Recollection memory, List<Recollection> others)
    {
        var same = others.Where(beside => beside.Said == memory.Said).ToList();
        var real = others.Where(beside => beside.Said is null).ToList();
        return same.Count > 0 ? same : real.Count > 0 ? real : others;
    }

    private static string Place(Outcome outcome) => outcome.Exit is { } exit ? $"{outcome.To} in {TraceMove.Name(exit)}" : outcome.To.Name;

    private static string Names(ValueList<State> states) => states.Count == 0 ? "where it was" : string.Join(", ", states);

    /// <summary>Where both are, and from where each counts as having come.</summary>
    private readonly record struct Pair(int State, int Origin, int OtherState, int OtherOrigin);
}
