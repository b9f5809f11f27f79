namespace ChangeRelease.Domain.Calendars;

/// <summary>Writes sets as lines of iCalendar.</summary>
internal static class RecurrenceLines
{
    public static IEnumerable<string> Of(RecurrenceSet set) =>
    [
        $"DTSTART:{RecurrenceTimes.Write(set.Start)}",
        .. set.Rules.Select(rule => $"RRULE:{rule}").Order(StringComparer.Ordinal),
        .. List("RDATE", set.Added.Select(RecurrenceTimes.Write)),
        .. List("EXDATE", set.Excluded.Select(RecurrenceTimes.Write)),
        .. List("EXDATE;VALUE=DATE", set.ExcludedDays.Select(RecurrenceTimes.Write)),
        .. set.Overrides.SelectMany(one => one.Lines),
    ];

    private static IEnumerable<string> List(string name, IEnumerable<string> items) =>
        string.Join(',', items) is { Length: > 0 } all ? [$"{name}:{all}"] : [];
}
