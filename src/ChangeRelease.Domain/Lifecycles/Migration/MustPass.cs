namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What every life passes on its way to a state: the dominators of the table's graph, by the method of Cooper, Harvey and Kennedy.</summary>
internal sealed class MustPass
{
    private const int None = -1;

    private readonly TableGraph _graph;
    private readonly List<int> _order = [];
    private readonly int[] _rank;
    private readonly int[] _above;

    public MustPass(TableGraph graph)
    {
        _graph = graph;
        _rank = Filled(graph.Next.Count);
        _above = Filled(graph.Next.Count);
        if (graph.Start is { } start)
        {
            Rank(start);
            Settle(start);
        }
    }

    /// <summary>For each state, what every life has entered and left on its way there; nothing for a state that no path leads to.</summary>
    /// <param name="number">What a passed state counts as; null for nothing.</param>
    /// <param name="count">One more than the greatest number.</param>
    public StateSet[] Before(Func<int, int?> number, int count)
    {
        var (nothing, before) = (StateSet.Empty(count), new StateSet[_graph.Next.Count]);
        Array.Fill(before, nothing);
        foreach (var place in _order.Skip(1))
        {
            var above = _above[place];
            before[place] = number(_graph.StateAt(above)) is { } passed ? before[above].With(passed) : before[above];
        }

        return before[.._graph.States];
    }

    private static int[] Filled(int length)
    {
        var array = new int[length];
        Array.Fill(array, None);
        return array;
    }

    // Places in the order in which a place comes before all that can only be reached through it.
    private void Rank(int start)
    {
        var (open, seen) = (new Stack<(int Place, int Step)>([(start, 0)]), new HashSet<int> { start });
        while (open.TryPop(out var at))
        {
            if (at.Step == _graph.Next[at.Place].Count)
            {
                _order.Add(at.Place);
                continue;
            }

            open.Push((at.Place, at.Step + 1));
            if (seen.Add(_graph.Next[at.Place][at.Step]))
            {
                open.Push((_graph.Next[at.Place][at.Step], 0));
            }
        }

        _order.Reverse();
        for (var rank = 0; rank < _order.Count; rank++)
        {
            _rank[_order[rank]] = rank;
        }
    }

    private void Settle(int start)
    {
        var before = _order.SelectMany(place => _graph.Next[place], (place, next) => (place, next)).ToLookup(step => step.next, step => step.place);
        _above[start] = start;
        for (var isSettled = false; !isSettled;)
        {
            isSettled = true;
            foreach (var place in _order.Skip(1))
            {
                var above = before[place].Where(other => _above[other] != None).Aggregate(Meet);
                isSettled &= _above[place] == above;
                _above[place] = above;
            }
        }
    }

    private int Meet(int one, int other)
    {
        while (one != other)
        {
            (one, other) = _rank[one] > _rank[other] ? (_above[one], other) : (one, _above[other]);
        }

        return one;
    }
}
