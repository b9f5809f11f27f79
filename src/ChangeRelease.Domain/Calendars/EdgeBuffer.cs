namespace ChangeRelease.Domain.Calendars;

/// <summary>Collects stretches of time within bounds, in memory that is given to it and exchanged for more when it is too little.</summary>
/// <remarks>Stretches in order of their starts, the ordinary case, are merged as they come; others are sorted at the end.</remarks>
internal ref struct EdgeBuffer(long from, long until, long[] memory)
{
    private long[] _edges = memory;
    private int _count;
    private bool _isDisordered;

    /// <summary>Without bounds.</summary>
    public EdgeBuffer(long[] memory)
        : this(long.MinValue, long.MaxValue, memory)
    {
    }

    /// <summary>Within a slot.</summary>
    public EdgeBuffer(Slot bounds, long[] memory)
        : this(Microseconds.Of(bounds.Start), Microseconds.Of(bounds.End), memory)
    {
    }

    public readonly long From => from;

    public readonly long Until => until;

    /// <summary>Takes the part of a slot that lies within the bounds, if any.</summary>
    public void Add(Slot slot) => Add(Microseconds.Of(slot.Start), Microseconds.Of(slot.End));

    /// <summary>Takes the part of a stretch that lies within the bounds, if any.</summary>
    public void Add(long start, long end)
    {
        start = Math.Max(start, from);
        end = Math.Min(end, until);
        if (start >= end)
        {
            return;
        }

        if (_count > 0 && start <= _edges[_count - 1])
        {
            AddEarly(start, end);
            return;
        }

        Reserve(1);
        _edges[_count++] = start;
        _edges[_count++] = end;
    }

    /// <summary>Takes equal stretches, some in every period, again and again; all lie within the bounds, in order and apart.</summary>
    /// <param name="starts">The starts in the first period, before the shift.</param>
    /// <param name="shift">What is added to each.</param>
    /// <param name="length">How long each is.</param>
    /// <param name="period">How much later the next period is.</param>
    /// <param name="periods">How many.</param>
    public void AddApart(ReadOnlySpan<long> starts, long shift, long length, long period, int periods)
    {
        Reserve(periods * starts.Length);
        _isDisordered |= _count > 0 && starts[0] + shift <= _edges[_count - 1];
        var edges = _edges.AsSpan(_count, 2 * periods * starts.Length);
        _count += edges.Length;
        for (var at = 0; at < starts.Length; at++)
        {
            Fill(edges[(2 * at)..], starts[at] + shift, length, period, 2 * starts.Length);
        }
    }

    /// <summary>Starts and ends in turn, strictly increasing; they lie at the beginning of the memory.</summary>
    public ReadOnlySpan<long> Ordered(out long[] memory)
    {
        if (_isDisordered)
        {
            Sort();
        }

        memory = _edges;
        return _edges.AsSpan(0, _count);
    }

    public SlotSet ToSet() => Ordered(out _) is { Length: > 0 } edges ? new SlotSet(edges.ToArray()) : SlotSet.Empty;

    private static void Fill(Span<long> edges, long start, long length, long period, int step)
    {
        for (var at = 0; at < edges.Length - 1; at += step, start += period)
        {
            edges[at + 1] = start + length;
            edges[at] = start;
        }
    }

    private void AddEarly(long start, long end)
    {
        if (start >= _edges[_count - 2] && !_isDisordered)
        {
            _edges[_count - 1] = Math.Max(_edges[_count - 1], end);
            return;
        }

        _isDisordered = true;
        Reserve(1);
        _edges[_count++] = start;
        _edges[_count++] = end;
    }

    private void Reserve(int stretches)
    {
        if (_count + (2 * stretches) > _edges.Length)
        {
            Array.Resize(ref _edges, Math.Max(_edges.Length * 2, _count + (2 * stretches)));
        }
    }

    private void Sort()
    {
        var (starts, ends) = (new long[_count / 2], new long[_count / 2]);
        for (var at = 0; at < starts.Length; at++)
        {
            (starts[at], ends[at]) = (_edges[2 * at], _edges[(2 * at) + 1]);
        }

        Array.Sort(starts, ends);
        (_count, _isDisordered) = (0, false);
        for (var at = 0; at < starts.Length; at++)
        {
            Add(starts[at], ends[at]);
        }
    }
}
