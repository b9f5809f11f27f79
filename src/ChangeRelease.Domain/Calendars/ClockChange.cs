namespace ChangeRelease.Domain.Calendars;

/// <summary>How a rule resolves wall-clock times that do not exist or exist twice (S-43).</summary>
/// <remarks>
/// An elapsed length is always kept, so the settings for the end speak only of ends on the wall clock.
/// An occurrence that is left without time does not take place, which is reported.
/// </remarks>
/// <param name="SkippedStart">A start that does not exist.</param>
/// <param name="SkippedEnd">An end that does not exist.</param>
/// <param name="RepeatedStart">A start that exists twice.</param>
/// <param name="RepeatedEnd">An end that exists twice.</param>
public sealed record ClockChange(SkippedTime SkippedStart, SkippedTime SkippedEnd, RepeatedTime RepeatedStart, RepeatedTime RepeatedEnd)
{
    /// <summary>For windows: a skipped start moves forward by the gap, a skipped end is the first instant after it; of two ends, the first.</summary>
    public static ClockChange ForWindows { get; } =
        new(SkippedTime.ForwardByGap, SkippedTime.AfterGap, RepeatedTime.First, RepeatedTime.First);

    /// <summary>For freezes, which cover all that may be meant: a skipped end is the first instant after the gap; from the first start to the second end.</summary>
    public static ClockChange ForFreezes { get; } =
        new(SkippedTime.AfterGap, SkippedTime.AfterGap, RepeatedTime.First, RepeatedTime.Second);
}
