using System.Runtime.InteropServices;

namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Clauses over bounds: of each, at least one bound holds.</summary>
/// <remarks>A clause is a run of numbers: how many bounds, how many levels it joined, then view and value of each. The first two bounds are watched.</remarks>
internal sealed class ClauseStore
{
    private const int Header = 2;

    private readonly Trail _trail;
    private readonly List<Watch>[] _watches;
    private List<int> _clauses = [];
    private List<int> _cells = [];

    public ClauseStore(Trail trail)
    {
        _trail = trail;
        _watches = [.. trail.Bounds.Select(_ => new List<Watch>())];
    }

    public int Count => _clauses.Count;

    /// <summary>How many numbers all clauses take.</summary>
    public int Cells => _cells.Count;

    /// <summary>All clauses, for whoever wants to check them.</summary>
    public IEnumerable<Bound[]> All => _clauses.Select(clause => Enumerable.Range(0, _cells[clause]).Select(place => At(clause, place)).ToArray());

    /// <summary>Keeps a clause of two bounds or more, of which the first may be made true by it, and the second was false last.</summary>
    /// <returns>The clause, by which reasons name it.</returns>
    public int Add(List<Bound> bounds, int joined)
    {
        var clause = _cells.Count;
        _clauses.Add(clause);
        _cells.Add(bounds.Count);
        _cells.Add(joined);
        foreach (var bound in bounds)
        {
            _cells.Add(bound.View);
            _cells.Add(bound.Value);
        }

        Watch(bounds[0], clause, bounds[1]);
        Watch(bounds[1], clause, bounds[0]);
        return clause;
    }

    /// <summary>A view was raised from a value: look at the clauses that have lost a bound by it.</summary>
    public bool Propagate(int view, int old)
    {
        var (watches, bounds, value, kept) = (_watches[view], _trail.Bounds, _trail.Bounds[view], 0);
        var span = CollectionsMarshal.AsSpan(watches);
        for (var index = 0; index < span.Length; index++)
        {
            var watch = span[index];
            if (watch.Threshold > value || watch.Threshold <= old || bounds[watch.Other.View] >= watch.Other.Value)
            {
                span[kept++] = watch;
                continue;
            }

            if (Replaced(view, watch, out var first))
            {
                continue;
            }

            span[kept++] = watch with { Other = first };
            if (!_trail.Raise(first.View, first.Value, Cause.Clause, watch.Clause))
            {
                span[(index + 1)..].CopyTo(span[kept..]);
                CollectionsMarshal.SetCount(watches, kept + span.Length - index - 1);
                return false;
            }
        }

        CollectionsMarshal.SetCount(watches, kept);
        return true;
    }

    /// <summary>That all bounds of a clause but the one on a view are false.</summary>
    public void Explain(int clause, int view, List<Bound> reason)
    {
        for (var place = 0; place < _cells[clause]; place++)
        {
            var bound = At(clause, place);
            if (bound.View != view)
            {
                reason.Add(bound.Negated);
            }
        }
    }

    /// <summary>Forgets about half of the clauses, those first that joined many levels and are old; only where no decision stands.</summary>
    public void Forget(int dearest)
    {
        var old = _clauses.Where(clause => !IsSatisfied(clause)).ToList();
        var spare = old.Where(clause => _cells[clause + 1] > dearest).OrderByDescending(clause => _cells[clause + 1]).ThenBy(clause => clause).ToList();
        var gone = spare.Take(spare.Count / 2).ToHashSet();
        var (cells, kept) = (_cells, old.Where(clause => !gone.Contains(clause)).ToList());
        (_cells, _clauses) = ([], []);
        foreach (var watches in _watches)
        {
            watches.Clear();
        }

        var bounds = new List<Bound>();
        foreach (var clause in kept)
        {
            bounds.Clear();
            for (var place = 0; place < cells[clause]; place++)
            {
                var cell = clause + Header + (2 * place);
                bounds.Add(new Bound(cells[cell], cells[cell + 1]));
            }

            Add(bounds, cells[clause + 1]);
        }
    }

    private bool Replaced(int view, Watch watch, out Bound first)
    {
        var cells = CollectionsMarshal.AsSpan(_cells).Slice(watch.Clause + Header, 2 * _cells[watch.Clause]);
        if (cells[0] == (view ^ 1) && cells[1] == 1 - watch.Threshold)
        {
            (cells[0], cells[1], cells[2], cells[3]) = (cells[2], cells[3], cells[0], cells[1]);
        }

        first = new Bound(cells[0], cells[1]);
        if (_trail.Bounds[first.View] >= first.Value)
        {
            return false;
        }

        for (var cell = 4; cell < cells.Length; cell += 2)
        {
            if (-_trail.Bounds[cells[cell] ^ 1] >= cells[cell + 1])
            {
                (cells[2], cells[3], cells[cell], cells[cell + 1]) = (cells[cell], cells[cell + 1], cells[2], cells[3]);
                Watch(new Bound(cells[2], cells[3]), watch.Clause, first);
                return true;
            }
        }

        return false;
    }

    private bool IsSatisfied(int clause) => Enumerable.Range(0, _cells[clause]).Select(place => At(clause, place)).Any(bound => _trail.Holds(bound.View, bound.Value));

    private Bound At(int clause, int place) => new(_cells[clause + Header + (2 * place)], _cells[clause + Header + (2 * place) + 1]);

    private void Watch(Bound bound, int clause, Bound other) => _watches[bound.View ^ 1].Add(new Watch(1 - bound.Value, clause, other));
}
