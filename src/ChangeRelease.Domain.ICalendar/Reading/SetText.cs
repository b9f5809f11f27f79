using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What an event says of its starts, in the lines that the library reads.</summary>
internal static class SetText
{
    private static readonly LocalDateTimePattern _time = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern _day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static string Write(LocalDateTime time) => _time.Format(time);

    public static string Of(EventDraft draft, IEnumerable<RecurrenceOverrideText> overrides) => string.Join('\n',
    [
        $"DTSTART:{Write(draft.Start.Local)}",
        .. draft.Rules.Select(rule => $"RRULE:{rule}"),
        .. List("RDATE", draft.Added.Select(_time.Format)),
        .. List("EXDATE", draft.Excluded.Select(_time.Format)),
        .. List("EXDATE;VALUE=DATE", draft.ExcludedDays.Select(_day.Format)),
        .. overrides.SelectMany(one => new[] { $"RECURRENCE-ID:{Write(one.Original)}", one.MovedTo is { } to ? $"DTSTART:{Write(to)}" : "STATUS:CANCELLED" }),
    ]);

    private static IEnumerable<string> List(string name, IEnumerable<string> items) =>
        string.Join(',', items) is { Length: > 0 } all ? [$"{name}:{all}"] : [];
}
