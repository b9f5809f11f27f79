using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads cron expressions as rules of RFC 5545, for people who move over.</summary>
/// <remarks>
/// Cronos says whether an expression is one and which times it names; a rule is given only where it names the same times on the wall clock.
/// What a clock change does to them is resolved by the window or freeze that uses the rule (S-43), not by cron.
/// </remarks>
public static class CronText
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int LongestText = 1_024;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">For example <c>30 2 * * 1-5</c>, or a word such as <c>@daily</c>.</param>
    /// <param name="settings">Which cron is meant; <see cref="CronSettings.Ordinary"/> when null.</param>
    /// <returns>The rule, such as <c>FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=2;BYMINUTE=30;BYSECOND=0</c>, or its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="CronSettings.Days"/> is undefined.</exception>
    public static CronReading<RecurrenceRule> ReadRule(string text, CronSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = settings ?? CronSettings.Ordinary;
        return Enum.IsDefined(known.Days)
            ? new CronReader(known).Read(text)
            : throw new ArgumentOutOfRangeException(nameof(settings), known.Days, "There is no such meaning of two restricted days.");
    }

    /// <summary>Reads how long a window lasts, as Go and with it Argo CD and Kubernetes write it: an elapsed time (S-42).</summary>
    /// <param name="text">For example <c>2h</c>, <c>1h30m</c>, <c>15m</c> or <c>1.5h</c>.</param>
    /// <returns>The length, or its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static CronReading<RuleLength> ReadLength(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ElapsedReader.Read(text);
    }
}
