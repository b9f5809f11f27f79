using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What is wrong with the parts of a set.</summary>
internal static class SetChecks
{
    public static IEnumerable<RecurrenceFault> Of(SetParts parts)
    {
        var moved = parts.Overrides.Select(one => one.MovedTo).OfType<LocalDateTime>();
        return Times("DTSTART", [parts.Start])
            .Concat(Times("RDATE", parts.Added))
            .Concat(Times("EXDATE", parts.Excluded))
            .Concat(Times("EXDATE", parts.ExcludedDays.Select(day => day.AtMidnight())))
            .Concat(Times("RECURRENCE-ID", parts.Overrides.Select(one => one.Original)))
            .Concat(Times("RECURRENCE-ID", moved))
            .Concat(Sizes(parts))
            .Concat(parts.Rules.Where(rule => rule.Parts.End is RecurrenceEnd.InstantEnd).Select(EndsAtInstant));
    }

    /// <summary>The overrides of what is no start of the set without them.</summary>
    public static IEnumerable<RecurrenceFault> Strays(SetParts parts, RecurrenceSet without) => parts.Overrides
        .Where(one => !without.Contains(one.Original))
        .Select(one => new RecurrenceFault(
            "calendar.recurrence.override-of-nothing", "RECURRENCE-ID", $"Nothing starts at {RecurrenceTimes.Write(one.Original)} that could be overridden."));

    private static IEnumerable<RecurrenceFault> Times(string part, IEnumerable<LocalDateTime> times) => times
        .Where(time => time.Calendar != CalendarSystem.Iso || !RecurrenceTimes.Holds(time) || !RecurrenceTimes.IsWhole(time))
        .Select(time => new RecurrenceFault(
            "calendar.recurrence.bad-time", part, $"{LocalText.Show(time)} is no whole second of the years 1 to 9999 of the ISO calendar."));

    private static IEnumerable<RecurrenceFault> Sizes(SetParts parts)
    {
        if (parts.Rules.Count > RecurrenceSet.MostRules)
        {
            yield return new("calendar.recurrence.too-much", "RRULE", FormattableString.Invariant($"{parts.Rules.Count} rules are more than {RecurrenceSet.MostRules}."));
        }

        if (parts.Singles > RecurrenceSet.MostTimes)
        {
            yield return new("calendar.recurrence.too-much", "RDATE", FormattableString.Invariant($"{parts.Singles} single times are more than {RecurrenceSet.MostTimes}."));
        }
    }

    private static RecurrenceFault EndsAtInstant(RecurrenceRule rule) =>
        new("calendar.recurrence.needs-a-zone", "UNTIL", $"The rule {rule} ends at an instant, which is a time on the wall clock only in a zone.");
}
