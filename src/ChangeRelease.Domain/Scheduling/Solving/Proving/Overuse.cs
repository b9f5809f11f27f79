namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>What it costs at least that more of a resource is used than is free of cost.</summary>
internal sealed class Overuse
{
    private readonly Trail _trail;
    private readonly Load[] _loads;
    private readonly int _free;
    private readonly long _cost;
    private readonly Profile _profile;

    public Overuse(Trail trail, Load[] loads, CompactResource resource)
    {
        (_trail, _loads, _free, _cost) = (trail, loads, resource.Free, resource.OverCost);
        _profile = new Profile(trail, loads, new Buckets(resource.Edges));
    }

    /// <summary>What is certain to cost: exact once all starts are decided.</summary>
    public long Least()
    {
        _profile.Build();
        return OfProfile();
    }

    /// <summary>What was certain to cost before an entry of the trail, and of what that followed.</summary>
    public long LeastBefore(int at, List<Bound> reason)
    {
        _profile.BuildBefore(at);
        for (var use = 0; use < _loads.Length; use++)
        {
            if (IsOver(_profile.Rise[use], _profile.Fall[use]))
            {
                var view = _loads[use].Task << 1;
                reason.Add(new Bound(view, _trail.ValueBefore(view, at)));
                reason.Add(new Bound(view + 1, _trail.ValueBefore(view + 1, at)));
            }
        }

        return OfProfile();
    }

    private long OfProfile()
    {
        var sum = 0L;
        for (var step = 0; step < _profile.Count - 1; step++)
        {
            sum += Math.Max(0L, _profile.Heights[step] - _free) * (_profile.Starts[step + 1] - (long)_profile.Starts[step]);
        }

        return sum * _cost;
    }

    private bool IsOver(int rise, int fall)
    {
        for (var step = 0; step < _profile.Count - 1 && rise < fall; step++)
        {
            if (_profile.Starts[step] >= rise && _profile.Starts[step] < fall && _profile.Heights[step] > _free)
            {
                return true;
            }
        }

        return false;
    }
}
