namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Learns from a conflict: goes back along reasons to the first moment from which the conflict was certain.</summary>
/// <remarks>
/// The bounds that clash are replaced by their reasons, latest first, until only one is left of its level. What is left cannot hold together; its
/// negation is a clause that follows from the problem and the most that a plan may cost. The weakest sufficient bound of each view is kept.
/// </remarks>
internal sealed class ConflictAnalysis
{
    private const int Deepest = 12;

    private readonly Trail _trail;
    private readonly Reasons _reasons;
    private readonly int[] _need;
    private readonly int[] _maker;
    private readonly List<int> _views = [];
    private readonly List<int> _ofLevel = [];
    private readonly List<Bound>[] _reason = [.. Enumerable.Range(0, Deepest + 1).Select(_ => new List<Bound>())];

    public ConflictAnalysis(Trail trail, Reasons reasons)
    {
        (_trail, _reasons) = (trail, reasons);
        (_need, _maker) = (new int[trail.Bounds.Length], new int[trail.Bounds.Length]);
        Array.Fill(_maker, -1);
    }

    /// <summary>The clause: first the bound that it makes true, second one of those that were false last.</summary>
    public List<Bound> Clause { get; } = [];

    /// <summary>All bounds that were replaced or kept.</summary>
    public List<Bound> Touched { get; } = [];

    /// <summary>To which level the search returns, where the clause makes its first bound true.</summary>
    public int Return { get; private set; }

    /// <summary>How many levels the clause joins.</summary>
    public int Joined { get; private set; }

    /// <returns>False where no decision is needed for the conflict: there is no plan at all.</returns>
    public bool Run()
    {
        Clause.Clear();
        Touched.Clear();
        Begin();
        var found = Resolve(out var last);
        if (found)
        {
            Minimize(last);
            Write(last);
        }

        foreach (var view in _views)
        {
            _maker[view] = -1;
        }

        _views.Clear();
        return found;
    }

    private void Begin()
    {
        _ofLevel.Clear();
        for (var level = 0; level <= _trail.Level; level++)
        {
            _ofLevel.Add(0);
        }

        var cause = _trail.ClashCause;
        AddReason(_trail.Clash, cause, _trail.Count);
        if (_trail.Clash.View >= 0)
        {
            Add(_trail.Clash.Negated);
        }
    }

    private bool Resolve(out int last)
    {
        for (last = _trail.Count - 1; last >= 0; last--)
        {
            ref readonly var entry = ref _trail[last];
            if (entry.Level == 0)
            {
                return false;
            }

            if (_maker[entry.View] != last)
            {
                continue;
            }

            var bound = new Bound(entry.View, _need[entry.View]);
            Touched.Add(bound);
            if (_ofLevel[entry.Level] == 1)
            {
                return true;
            }

            _ofLevel[entry.Level]--;
            _maker[entry.View] = -1;
            AddReason(bound, entry, last);
        }

        return false;
    }

    private void AddReason(Bound bound, in TrailEntry entry, int at)
    {
        var reason = _reason[0];
        reason.Clear();
        _reasons.Explain(bound, entry, at, reason);
        foreach (var needed in reason)
        {
            Add(needed);
        }
    }

    private void Add(Bound bound)
    {
        var maker = _maker[bound.View];
        if (maker >= 0 && _need[bound.View] >= bound.Value)
        {
            return;
        }

        var entry = _trail.Maker(bound.View, bound.Value);
        if (_trail[entry].Level == 0)
        {
            return;
        }

        if (maker >= 0)
        {
            _ofLevel[_trail[maker].Level]--;
        }

        _views.Add(bound.View);
        _ofLevel[_trail[entry].Level]++;
        (_need[bound.View], _maker[bound.View]) = (bound.Value, entry);
    }

    // A bound that follows from the others need not be said.
    private void Minimize(int last)
    {
        foreach (var view in _views)
        {
            var maker = _maker[view];
            if (maker >= 0 && maker != last && Follows(new Bound(view, _need[view]), maker, 1))
            {
                _maker[view] = -1;
            }
        }
    }

    private bool Follows(Bound bound, int maker, int depth)
    {
        ref readonly var entry = ref _trail[maker];
        if (depth > Deepest || entry.Cause is Cause.Decision || _ofLevel[entry.Level] == 0)
        {
            return false;
        }

        var reason = _reason[depth];
        reason.Clear();
        _reasons.Explain(bound, entry, maker, reason);
        foreach (var needed in reason)
        {
            if (_maker[needed.View] >= 0 && _need[needed.View] >= needed.Value && _maker[needed.View] < maker)
            {
                continue;
            }

            var before = _trail.Maker(needed.View, needed.Value);
            if (_trail[before].Level > 0 && !Follows(needed, before, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private void Write(int last)
    {
        Clause.Add(new Bound(_trail[last].View, _need[_trail[last].View]).Negated);
        (Return, Joined) = (0, 1);
        for (var level = 0; level < _ofLevel.Count; level++)
        {
            _ofLevel[level] = 0;
        }

        foreach (var view in _views)
        {
            var maker = _maker[view];
            if (maker < 0 || maker == last)
            {
                continue;
            }

            _maker[view] = -1;
            Append(new Bound(view, _need[view]), _trail[maker].Level);
        }
    }

    private void Append(Bound bound, int level)
    {
        Touched.Add(bound);
        Clause.Add(bound.Negated);
        Joined += _ofLevel[level] == 0 ? 1 : 0;
        _ofLevel[level] = 1;
        if (level > Return)
        {
            (Return, Clause[1], Clause[^1]) = (level, Clause[^1], Clause[1]);
        }
    }
}
