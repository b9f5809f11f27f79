using System.Text;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime.Text;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What events are called, and when they start, as rules of a change calendar.</summary>
internal static class EntryRules
{
    public static RuleId Id(CalendarEntry entry)
    {
        var name = entry.InsteadOf is { } original ? $"{entry.Uid} {LocalDateTimePattern.ExtendedIso.Format(original)}" : entry.Uid;
        return new RuleId(Identifier.Problem(name) is null ? name : Digest.Of(Encoding.UTF8.GetBytes(name)).Hex);
    }

    public static string Title(CalendarEntry entry) => string.IsNullOrWhiteSpace(entry.Summary) ? entry.Uid : entry.Summary;

    public static Recurrence Recurrence(CalendarEntry entry) =>
        EntryLength.IsSingle(entry.Recurrence) ? Calendars.Recurrence.Once(entry.Recurrence.Start) : Calendars.Recurrence.Of(entry.Recurrence);
}
