using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>How long a planner may look.</summary>
public sealed class PlanningBudget
{
    private readonly Duration? _time;
    private readonly TimeProvider? _clock;

    private PlanningBudget(long schedules, Duration? time, TimeProvider? clock) => (Schedules, _time, _clock) = (schedules, time, clock);

    /// <summary>Two thousand schedules.</summary>
    public static PlanningBudget Ordinary { get; } = OfSchedules(2_000);

    /// <summary>How many schedules may be tried.</summary>
    public long Schedules { get; }

    /// <summary>A number of schedules. The same problem, seed and number give the same plan on every machine.</summary>
    /// <param name="schedules">How many; one or more. One is as many placements as there are items: trying another place for ten of a thousand items is the hundredth part of a schedule.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="schedules"/> is below one, or above a trillion.</exception>
    public static PlanningBudget OfSchedules(long schedules)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(schedules, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(schedules, 1_000_000_000_000);
        return new PlanningBudget(schedules, null, null);
    }

    /// <summary>A length of time. What is found depends on the machine; it is never worse than what was found before.</summary>
    /// <param name="time">How long; longer than zero. Building the first schedule is not cut short.</param>
    /// <param name="clock">What measures it.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clock"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not longer than zero.</exception>
    public static PlanningBudget OfTime(Duration time, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Duration.Zero);
        return new PlanningBudget(1_000_000_000_000, time, clock);
    }

    /// <summary>Begins to measure: what share of the time is spent; null when schedules alone count.</summary>
    internal Func<double>? Begin()
    {
        if (_clock is not { } clock || _time is not { } time)
        {
            return null;
        }

        var (begun, seconds) = (clock.GetTimestamp(), time.TotalSeconds);
        return () => clock.GetElapsedTime(begun).TotalSeconds / seconds;
    }
}
