using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What time alone cures.</summary>
internal static class Waiting
{
    /// <summary>The first of some instants at which something is so that, once it is so, stays so; null when it is so at none of them.</summary>
    public static Instant? FirstIn(IEnumerable<Instant> instants, Func<Instant, bool> isSo)
    {
        Instant[] ordered = [.. instants.Distinct().Order()];
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isSo(ordered[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low < ordered.Length ? ordered[low] : null;
    }
}
