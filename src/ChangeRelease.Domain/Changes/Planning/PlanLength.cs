using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>The lengths that stand in plans, checked at the door: positive, in whole microseconds, and short enough to be added up.</summary>
internal static class PlanLength
{
    private const int NanosecondsInMicrosecond = 1_000;

    /// <summary>No length is greater: a hundred years, as for an effort.</summary>
    private static readonly Duration Longest = Duration.FromDays(36_525);

    public static Duration Checked(Duration length, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Duration.FromNanoseconds(NanosecondsInMicrosecond), parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest, parameter);
        return length.ToMicroseconds();
    }

    public static long Microseconds(Duration length) => length.ToInt64Nanoseconds() / NanosecondsInMicrosecond;
}
