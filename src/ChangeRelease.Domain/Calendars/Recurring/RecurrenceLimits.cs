using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>How far a search for starts may go. Every search has all of these bounds (S-44).</summary>
public sealed record RecurrenceLimits
{
    /// <summary>How many steps a search takes that is not told: 100 000. A step is a look at one year, period or time.</summary>
    public const int OrdinarySteps = 100_000;

    /// <summary>How many starts a stretch lists that is not told: 10 000.</summary>
    public const int OrdinaryStarts = 10_000;

    /// <summary>What holds for searches that are not told.</summary>
    public static RecurrenceLimits Ordinary { get; } = new();

    /// <summary>The time at which a search stops: the end of the year 9999 when null. Itself it is outside when looking forward, and inside when looking back.</summary>
    public LocalDateTime? Bound { get; init; }

    /// <summary>The most steps; at least 1.</summary>
    public int Steps { get; init; } = OrdinarySteps;

    /// <summary>The most starts that a stretch lists; at least 1.</summary>
    public int Starts { get; init; } = OrdinaryStarts;

    internal RecurrenceLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps, 1, nameof(Steps));
        ArgumentOutOfRangeException.ThrowIfLessThan(Starts, 1, nameof(Starts));
        return this;
    }
}
