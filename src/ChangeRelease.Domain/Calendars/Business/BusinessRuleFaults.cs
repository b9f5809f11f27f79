using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What is wrong with a rule that follows a business calendar.</summary>
internal static class BusinessRuleFaults
{
    /// <summary>In so many years every date falls on every weekday, and most holidays on most.</summary>
    private const int YearsLookedAt = 28;

    /// <summary>The starts that tell whether ends come after them. A calendar may be endless and yet have none, so that those of one are looked for within bounds.</summary>
    public static IEnumerable<LocalDateTime> FirstStarts(Recurrence recurrence) => recurrence is BusinessRecurrence by
        ? by.StartsBetween(by.First.AtMidnight(), by.First.PlusYears(YearsLookedAt).AtMidnight())
        : recurrence.StartsFrom(LocalBounds.Earliest);

    public static CalendarFault? Of(CalendarRule rule) => (rule.Recurrence, rule.Length) switch
    {
        (BusinessRecurrence.AtOpenings opening, _) when opening.Calendar.Zone != rule.Zone => new(
            "calendar.recurrence.other-zone",
            rule.Id,
            $"The rule follows the wall clock of {rule.Zone}, and the hours of {opening.Calendar} that of {opening.Calendar.Zone}.",
            $"Let the rule be in {opening.Calendar.Zone}"),
        (var recurrence, UntilClose until) when !(recurrence is BusinessRecurrence.AtOpenings opening && opening.Calendar.Equals(until.Calendar)) => new(
            "calendar.length.no-session",
            rule.Id,
            $"The rule lasts {rule.Length}, but recurs {rule.Recurrence}.",
            "Let it start whenever the work of the same calendar begins"),
        _ => null,
    };
}
