using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What is wrong with one rule by itself.</summary>
internal static class RuleFaults
{
    private const int StartsLookedAt = 100;
    private const int MostStartsOfADay = 1_440;

    public static IEnumerable<CalendarFault> Of(CalendarRule rule, IReadOnlySet<string> zones) =>
        new[] { Title(rule), Zone(rule, zones), Scope(rule), Capacity(rule), Passing(rule), Notice(rule), Validity(rule), Runway(rule), InFlight(rule) }
            .Append(Weekdays(rule))
            .Append(Reach(rule) ?? Length(rule))
            .Append(BusinessRuleFaults.Of(rule))
            .OfType<CalendarFault>();

    private static CalendarFault? Title(CalendarRule rule) => !Text.IsBlank(rule.Title)
        ? null
        : new("calendar.title.missing", rule.Id, "The rule has no title.", "Give it a title that people know it by");

    private static CalendarFault? Zone(CalendarRule rule, IReadOnlySet<string> zones) => zones.Contains(rule.Zone)
        ? null
        : new("calendar.zone.unknown", rule.Id, $"There is no time zone '{rule.Zone}'.", "Name an IANA zone, such as 'Europe/London', in exactly that case");

    private static CalendarFault? Scope(CalendarRule rule) => !rule.Scope.IsEmpty
        ? null
        : new("calendar.scope.empty", rule.Id, $"The scope '{rule.Scope}' has a part that names nothing.", "Name what the rule is about, or say everything");

    private static CalendarFault? Capacity(CalendarRule rule) => rule is not Window { Capacity: < 1 } window
        ? null
        : new(
            "calendar.capacity.below-one",
            rule.Id,
            FormattableString.Invariant($"A window that holds {window.Capacity} changes holds none."),
            "State a capacity of at least 1, or none at all");

    private static CalendarFault? Passing(CalendarRule rule) => rule switch
    {
        Freeze { MostPassing: < 1 } freeze => new(
            "calendar.passing.below-one",
            rule.Id,
            FormattableString.Invariant($"A freeze that {freeze.MostPassing} changes may pass is passed by none."),
            "State a number of at least 1, or exempt nobody"),
        Freeze { MostPassing: not null, IsAbsolute: true } => new(
            "calendar.passing.nobody-exempt",
            rule.Id,
            "It is said how many changes may pass, and none is exempt.",
            "Say whom the freeze exempts, or who may override it, or leave the number out"),
        _ => null,
    };

    private static CalendarFault? Notice(CalendarRule rule) => (rule as Freeze, rule.Length.IsOpen) switch
    {
        (null, true) => new("calendar.length.open-window", rule.Id, "A window lasts until further notice.", "State its end"),
        ({ Notice: null }, true) => new("calendar.notice.missing", rule.Id, "The freeze lasts until further notice, and nobody is named who gives it.", "Name who owns it and when they look at it again"),
        ({ Notice: not null }, false) => new("calendar.notice.not-needed", rule.Id, "The freeze has an end, and names who is to end it.", "Let it last until further notice, or leave the owner out"),
        (_, true) when rule.Recurrence is not Recurrence.OneOff => new("calendar.length.open-recurring", rule.Id, $"The rule recurs {rule.Recurrence}, and its first occurrence would never end.", "Let it start once"),
        _ => null,
    };

    private static CalendarFault? Validity(CalendarRule rule) => !(rule.ValidUntil <= rule.ValidFrom)
        ? null
        : new(
            "calendar.validity.empty",
            rule.Id,
            $"The rule is valid from {CanonicalText.Show(rule.ValidFrom)} until {CanonicalText.Show(rule.ValidUntil)}, which holds no day.",
            "Let it be valid until a later day; that day itself is outside");

    private static CalendarFault? Runway(CalendarRule rule) => rule.RunwayBefore >= Duration.Zero && rule.RunwayBefore <= LocalBounds.LongestSpan
        ? null
        : new("calendar.runway.out-of-range", rule.Id, $"A runway of {rule.RunwayBefore.ToText()} is none.", "State a length from zero to a hundred years");

    private static CalendarFault? InFlight(CalendarRule rule) => rule.InFlight.Most is not { } most || (most > Duration.Zero && most <= LocalBounds.LongestSpan)
        ? null
        : new("calendar.in-flight.out-of-range", rule.Id, $"Work {rule.InFlight}, which is no time.", "State a positive length of at most a hundred years, or say that it must fit");

    private static CalendarFault? Weekdays(CalendarRule rule) => rule.Recurrence switch
    {
        Recurrence.WeeklyRecurrence { Days.Count: 0 } =>
            new("calendar.recurrence.no-weekdays", rule.Id, "The rule recurs weekly, but on no day.", "Name at least one weekday"),
        Recurrence.WeeklyRecurrence weekly when weekly.Days.Any(day => day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) =>
            new("calendar.recurrence.unknown-weekday", rule.Id, $"The rule recurs {weekly}, which is not a day.", "Name weekdays from Monday to Sunday"),
        Recurrence.SetRecurrence by when by.Set.MostStartsOfADay > MostStartsOfADay => new(
            "calendar.recurrence.too-dense",
            rule.Id,
            FormattableString.Invariant($"The rule recurs {rule.Recurrence}, up to {by.Set.MostStartsOfADay} times a day."),
            "Let it start at most once a minute, and last longer"),
        Recurrence.SetRecurrence by when !by.Set.HasKnownEnds => new(
            "calendar.recurrence.uncountable",
            rule.Id,
            $"The rule recurs {rule.Recurrence}, which are too many to be counted to their end.",
            "Let it end at a time"),
        _ => null,
    };

    private static CalendarFault? Reach(CalendarRule rule) => (rule.Recurrence, rule.Length) switch
    {
        (Recurrence.OneOff once, _) when !LocalBounds.Holds(once.Start) => OutOfReach(rule),
        (Recurrence.SetRecurrence by, _) when !by.Set.SingleTimes.All(LocalBounds.Holds) => OutOfReach(rule),
        _ when !Holds(rule.ValidFrom) || !Holds(rule.ValidUntil) => OutOfReach(rule),
        (_, RuleLength.UntilFixed until) when !LocalBounds.Holds(until.End) => OutOfReach(rule),
        (not Recurrence.OneOff, RuleLength.UntilFixed) => new(
            "calendar.length.fixed-end",
            rule.Id,
            $"The rule recurs {rule.Recurrence}, but every occurrence would last {rule.Length}.",
            "State a length that each occurrence has, or let the rule start once"),
        (_, RuleLength.UntilDay { DaysLater: > 36_524 }) => TooLong(rule),
        _ when rule.Length.Elapsed > LocalBounds.LongestSpan => TooLong(rule),
        _ => null,
    };

    private static bool Holds(LocalDate? day) => day is not { } date || LocalBounds.Holds(date.AtMidnight());

    private static CalendarFault OutOfReach(CalendarRule rule) =>
        new("calendar.rule.out-of-range", rule.Id, $"The rule, {rule.Recurrence} {rule.Length}, leaves the years 1 to 8999.", "State times within these years");

    private static CalendarFault TooLong(CalendarRule rule) =>
        new("calendar.length.too-long", rule.Id, $"An occurrence {rule.Length} is longer than a hundred years.", "State a shorter length");

    private static CalendarFault? Length(CalendarRule rule) => rule.Length switch
    {
        UntilClose => null,
        { Elapsed: { } elapsed } => Elapsed(rule, elapsed),
        _ => Ends(rule),
    };

    private static CalendarFault? Elapsed(CalendarRule rule, Duration elapsed) => elapsed >= Duration.FromMilliseconds(1)
        ? null
        : new("calendar.length.not-positive", rule.Id, $"An occurrence {rule.Length} has no time.", "State a length of at least a millisecond");

    private static CalendarFault? Ends(CalendarRule rule) =>
        !BusinessRuleFaults.FirstStarts(rule.Recurrence).Take(StartsLookedAt).Any(start => rule.Length.NominalEnd(start) <= start)
            ? null
            : new(
                "calendar.length.end-not-after-start",
                rule.Id,
                $"The rule starts {rule.Recurrence}, but lasts {rule.Length}, which is not later.",
                "State an end after the start, on a later day if need be");
}
