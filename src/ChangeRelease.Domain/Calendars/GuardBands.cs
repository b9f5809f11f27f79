using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>How far clocks may differ, the same for whatever has slots.</summary>
internal static class GuardBands
{
    /// <summary>The guard band of a model that states none.</summary>
    public static Duration Ordinary { get; } = Duration.FromSeconds(30);

    /// <summary>The guard band that is asked for, or another; it may not be less than a third.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public static Duration Checked(Duration? guardBand, Duration otherwise, Duration least)
    {
        var guard = guardBand ?? otherwise;
        ArgumentOutOfRangeException.ThrowIfLessThan(guard, least, nameof(guardBand));
        return guard;
    }

    /// <summary>The guard band of a model that was read; one that is derived may not have less than the ordinary one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public static Duration OfRead(Duration? guardBand, bool isDerived) => Checked(guardBand, Ordinary, isDerived ? Ordinary : Duration.Zero);
}
