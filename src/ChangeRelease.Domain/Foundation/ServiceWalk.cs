namespace ChangeRelease.Domain.Foundation;

/// <summary>A walk along dependencies, step by step, in one direction; it ends after so many steps, or when it has found enough.</summary>
internal sealed class ServiceWalk
{
    public ServiceWalk(IReadOnlyDictionary<ServiceId, ServiceId[]> arrows, ServiceId from, int steps, int most)
    {
        List<ServiceId> reached = [from];
        for (var step = 1; step <= steps && reached.Count > 0 && IsWhole; step++)
        {
            reached = [.. reached.SelectMany(service => arrows.GetValueOrDefault(service) ?? []).Where(service => service != from && Found.TryAdd(service, step)).Take(most + 1)];
            IsWhole = Found.Count <= most;
        }
    }

    /// <summary>How many steps away each service is.</summary>
    public Dictionary<ServiceId, int> Found { get; } = [];

    public bool IsWhole { get; private set; } = true;
}
