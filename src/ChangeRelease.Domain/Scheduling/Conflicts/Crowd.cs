namespace ChangeRelease.Domain.Scheduling;

/// <summary>Finds when at least so many owners are present at once; whoever is present twice counts once.</summary>
internal sealed class Crowd
{
    [ThreadStatic]
    private static Crowd? _ofThread;

    private readonly List<Presence> _presences = [];
    private readonly List<long> _starts = [];
    private readonly List<long> _ends = [];

    /// <summary>One whose memory is used again by the same thread; it is empty.</summary>
    public static Crowd Empty()
    {
        var crowd = _ofThread ??= new Crowd();
        crowd._presences.Clear();
        return crowd;
    }

    public void Add(int owner, long start, long end) => _presences.Add(new Presence(owner, start, end));

    /// <summary>The last stretch, in order of time, in which at least so many are present and that begins before a time and ends after another; null when there is none.</summary>
    public Stretch? LastWithin(int many, long from, long until)
    {
        Stretch? last = null;
        Prepare();
        for (int entered = 0, left = 0; entered < _starts.Count;)
        {
            (entered, left) = Step(entered, left);
            if (entered - left >= many)
            {
                var stretch = Follow(many, ref entered, ref left);
                last = stretch.From < until && stretch.Until > from ? stretch : last;
            }
        }

        return last;
    }

    /// <summary>Every stretch in which at least so many are present, as long as can be, in order of time.</summary>
    public List<Stretch> Stretches(int many)
    {
        var found = new List<Stretch>();
        Prepare();
        for (int entered = 0, left = 0; entered < _starts.Count;)
        {
            (entered, left) = Step(entered, left);
            if (entered - left >= many)
            {
                found.Add(Follow(many, ref entered, ref left));
            }
        }

        return found;
    }

    // Who leaves at an instant is gone before who comes at it enters (S-40).
    private (int Entered, int Left) Step(int entered, int left)
    {
        while (_ends[left] <= _starts[entered])
        {
            left++;
        }

        return (entered + 1, left);
    }

    private Stretch Follow(int many, ref int entered, ref int left)
    {
        var (from, peak) = (_starts[entered - 1], entered - left);
        while (true)
        {
            if (entered < _starts.Count && _starts[entered] < _ends[left])
            {
                peak = Math.Max(peak, ++entered - left);
            }
            else if (entered < _starts.Count && _starts[entered] == _ends[left])
            {
                (entered, left) = (entered + 1, left + 1);
            }
            else if (entered - ++left < many)
            {
                return new Stretch(from, _ends[left - 1], peak);
            }
        }
    }

    // Presences of one owner that overlap or touch become one.
    private void Prepare()
    {
        _presences.Sort(Presence.ByOwner);
        _starts.Clear();
        _ends.Clear();
        for (var at = 0; at < _presences.Count;)
        {
            var (owner, start, end) = _presences[at];
            for (at++; at < _presences.Count && _presences[at].Owner == owner && _presences[at].Start <= end; at++)
            {
                end = Math.Max(end, _presences[at].End);
            }

            _starts.Add(start);
            _ends.Add(end);
        }

        _starts.Sort();
        _ends.Sort();
    }

    /// <summary>A stretch of time, and how many were present at its fullest.</summary>
    public readonly record struct Stretch(long From, long Until, int Peak);

    private readonly record struct Presence(int Owner, long Start, long End)
    {
        public static readonly Comparison<Presence> ByOwner = static (one, other) =>
            one.Owner != other.Owner ? one.Owner.CompareTo(other.Owner) : one.Start.CompareTo(other.Start);
    }
}
