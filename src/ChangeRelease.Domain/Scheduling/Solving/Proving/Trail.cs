namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>All bounds, and every raise of one in the order in which it happened, so that it can be taken back and asked for its reason.</summary>
internal sealed class Trail
{
    private readonly int[] _last;
    private readonly List<int> _levels = [];
    private TrailEntry[] _entries;

    /// <param name="bounds">The first bound of each view; the trail keeps and changes this array.</param>
    public Trail(int[] bounds)
    {
        Bounds = bounds;
        _last = new int[bounds.Length];
        _entries = new TrailEntry[Math.Max(16, bounds.Length * 4)];
        Settle();
    }

    /// <summary>What each view is at least, now.</summary>
    public int[] Bounds { get; }

    public int Count { get; private set; }

    public int Level => _levels.Count;

    /// <summary>What could not be: the bound above that was to be raised, or a view below zero when the cause says it all.</summary>
    public Bound Clash { get; private set; }

    /// <summary>Why it was to be raised.</summary>
    public TrailEntry ClashCause { get; private set; }

    public ref readonly TrailEntry this[int index] => ref _entries[index];

    public int UpperOf(int view) => -Bounds[view ^ 1];

    public bool Holds(int view, int value) => Bounds[view] >= value;

    /// <summary>What a view was at least before any decision, when the trail was last settled.</summary>
    public int RootOf(int view) => _entries[view].Value;

    /// <summary>Makes the present bounds the ones that need no reason; only where no decision stands.</summary>
    public void Settle()
    {
        Count = Bounds.Length;
        for (var view = 0; view < Bounds.Length; view++)
        {
            _entries[view] = new TrailEntry { View = view, Value = Bounds[view], Previous = -1, Cause = Cause.Given };
            _last[view] = view;
        }
    }

    public void Open() => _levels.Add(Count);

    /// <summary>Raises a bound, if that raises it.</summary>
    /// <returns>False where the number would have no value left; then <see cref="Clash"/> says why.</returns>
    public bool Raise(int view, long value, Cause cause, int detail, int moment = 0)
    {
        if (value <= Bounds[view])
        {
            return true;
        }

        if (value > -Bounds[view ^ 1])
        {
            // The least that is impossible is enough to explain.
            Clash = new Bound(view, 1 - Bounds[view ^ 1]);
            ClashCause = new TrailEntry { View = view, Value = Clash.Value, Cause = cause, Detail = detail, Moment = moment };
            return false;
        }

        Append(view, (int)value, cause, detail, moment);
        return true;
    }

    /// <summary>Says that something is wrong which is no bound of one number.</summary>
    public bool Fail(Cause cause, int detail, int moment = 0)
    {
        Clash = new Bound(-1, 0);
        ClashCause = new TrailEntry { View = -1, Cause = cause, Detail = detail, Moment = moment };
        return false;
    }

    /// <summary>Takes back everything above a level.</summary>
    public void Return(int level)
    {
        if (level >= _levels.Count)
        {
            return;
        }

        var start = _levels[level];
        for (var index = Count - 1; index >= start; index--)
        {
            ref readonly var entry = ref _entries[index];
            Bounds[entry.View] = _entries[entry.Previous].Value;
            _last[entry.View] = entry.Previous;
        }

        Count = start;
        _levels.RemoveRange(level, _levels.Count - level);
    }

    /// <summary>What a view was at least before an entry was made.</summary>
    public int ValueBefore(int view, int index)
    {
        var entry = _last[view];
        while (entry >= index)
        {
            entry = _entries[entry].Previous;
        }

        return _entries[entry].Value;
    }

    /// <summary>The entry that first made a bound true; it must be true.</summary>
    public int Maker(int view, int value)
    {
        var entry = _last[view];
        while (true)
        {
            var previous = _entries[entry].Previous;
            if (previous < 0 || _entries[previous].Value < value)
            {
                return entry;
            }

            entry = previous;
        }
    }

    private void Append(int view, int value, Cause cause, int detail, int moment)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        ref var entry = ref _entries[Count];
        entry.View = view;
        entry.Value = value;
        entry.Previous = _last[view];
        entry.Level = _levels.Count;
        entry.Cause = cause;
        entry.Detail = detail;
        entry.Moment = moment;
        _last[view] = Count++;
        Bounds[view] = value;
    }
}
