namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Finds which parts of a shortest path are parts of every path: a part that is not on this one need not be looked at.</summary>
internal sealed class Unavoidable<T>
    where T : notnull
{
    private readonly List<T> _parts;
    private readonly Dictionary<T, int> _numbers;
    private readonly Func<(Whereabouts From, Arc Arc), IEnumerable<T>> _partsOf;

    public Unavoidable(List<(Whereabouts From, Arc Arc)> shortest, Func<(Whereabouts From, Arc Arc), IEnumerable<T>> partsOf)
    {
        _partsOf = partsOf;
        _parts = [.. shortest.SelectMany(partsOf).Distinct()];
        _numbers = Enumerable.Range(0, _parts.Count).ToDictionary(number => _parts[number]);
    }

    /// <summary>The parts that no path from some places to a state can do without.</summary>
    public IEnumerable<T> On(Ground ground, IEnumerable<Whereabouts> from, State to)
    {
        var passed = new Dictionary<Whereabouts, ulong[]>();
        var open = new Queue<Whereabouts>();
        foreach (var place in from)
        {
            passed.Add(place, new ulong[Words]);
            open.Enqueue(place);
        }

        while (open.TryDequeue(out var here))
        {
            if (ground.StateOf(here) != to)
            {
                Spread(ground, here, passed, open);
            }
        }

        var always = passed.Where(place => ground.IsGiven(place.Key) && ground.StateOf(place.Key) == to).Select(place => place.Value).Aggregate(Meet);
        return _parts.Where((_, number) => Has(always, number));
    }

    private int Words => (_parts.Count + 63) / 64;

    // What every path to a place has in common shrinks with each path that is found, until nothing changes any more.
    private void Spread(Ground ground, Whereabouts here, Dictionary<Whereabouts, ulong[]> passed, Queue<Whereabouts> open)
    {
        foreach (var arc in ground.From(here))
        {
            var with = With(passed[here], (here, arc));
            var common = passed.TryGetValue(arc.To, out var before) ? Meet(before, with) : with;
            if (before is null || !common.AsSpan().SequenceEqual(before))
            {
                passed[arc.To] = common;
                open.Enqueue(arc.To);
            }
        }
    }

    private ulong[] With(ulong[] passed, (Whereabouts From, Arc Arc) step)
    {
        var with = (ulong[])passed.Clone();
        foreach (var part in _partsOf(step))
        {
            if (_numbers.TryGetValue(part, out var number))
            {
                with[number / 64] |= 1UL << (number % 64);
            }
        }

        return with;
    }

    private static ulong[] Meet(ulong[] one, ulong[] other)
    {
        var both = new ulong[one.Length];
        for (var word = 0; word < both.Length; word++)
        {
            both[word] = one[word] & other[word];
        }

        return both;
    }

    private static bool Has(ulong[] parts, int number) => (parts[number / 64] & (1UL << (number % 64))) != 0;
}
