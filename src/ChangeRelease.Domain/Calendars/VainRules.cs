using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Finds rules that never take place, and windows that freezes always cover. It speaks only when certain.</summary>
/// <remarks>
/// A rule with an end is looked at in full, if its first 28 years hold it. An endless one is looked at for 28 years, in which every date falls on
/// every weekday, and only freezes that are endless in the same zone count against it.
/// </remarks>
internal static class VainRules
{
    private const int YearsOfTheWeekdayCycle = 28;
    private const int YearsOfTheGregorianCycle = 400;
    private const int FirstLook = 8;
    private const int StartsLookedAt = 100;
    private const int MostWindowsLookedAt = 20_000;
    private const int MostStartsOfADay = 24;

    /// <summary>Endless rules are looked at from here on: a constant, so that the same rules always have the same faults.</summary>
    private static readonly LocalDateTime _anchor = new(2026, 1, 1, 0, 0);

    public static VainRule? Judge(PlacedRule placed, IReadOnlyList<PlacedRule> all)
    {
        if (!TakesPlace(placed))
        {
            return new VainRule(NeverTakesPlace(placed.Rule), IsFault: true);
        }

        var freezes = placed.Rule is Window ? FreezesOver(placed, all) : [];
        return IsCovered(placed, freezes)
            ? OfCovered(placed, freezes.FindAll(IsAbsolute), freezes.Count)
            : null;
    }

    private static VainRule OfCovered(PlacedRule window, List<PlacedRule> absolute, int all) =>
        absolute.Count == all || IsCovered(window, absolute)
            ? new VainRule(NeverOpens(window.Rule), IsFault: true)
            : new VainRule(OpensOnlyForExempt(window.Rule), IsFault: false);

    private static bool TakesPlace(PlacedRule placed) => Sample(placed)
        .Concat(Rare(placed))
        .Any(placement => placement.Occurrence is not null);

    /// <summary>What a rule of RFC 5545 has outside of the sample, which may be far: 29 February on a Monday; or a business calendar, which may pause.</summary>
    private static IEnumerable<Placement> Rare(PlacedRule placed) => placed.Rule.Recurrence switch
    {
        Recurrence.SetRecurrence by => placed.Between(LocalBounds.Earliest, LastOf(by.Set, placed.Rule)).Take(StartsLookedAt),
        BusinessRecurrence by => placed.Between(First(by, placed.Rule), First(by, placed.Rule).PlusYears(YearsOfTheGregorianCycle)),
        _ => [],
    };

    /// <summary>Most windows are seen to be free at once; only the others are worth a look at the whole sample.</summary>
    private static bool IsCovered(PlacedRule window, List<PlacedRule> freezes) =>
        freezes.Count > 0 && !IsDense(window.Rule) && AreCovered(Sample(window).Take(FirstLook), freezes) && AreCovered(Sample(window), freezes);

    private static bool AreCovered(IEnumerable<Placement> windows, List<PlacedRule> freezes)
    {
        var spans = windows.Take(MostWindowsLookedAt + 1).Select(placement => placement.Occurrence?.Span).OfType<Slot>().ToList();
        if (spans.Count is 0 or > MostWindowsLookedAt)
        {
            return spans.Count == 0;
        }

        var range = new Slot(spans.Min(span => span.Start), spans.Max(span => span.End));
        var frozen = SlotSet.Of(freezes.SelectMany(freeze => freeze.Within(range)).Select(placement => placement.Occurrence?.Binding).OfType<Slot>());
        return spans.TrueForAll(frozen.Contains);
    }

    private static bool IsDense(CalendarRule rule) => rule.Recurrence is Recurrence.SetRecurrence { Set.MostStartsOfADay: > MostStartsOfADay };

    private static bool IsAbsolute(PlacedRule placed) => placed.Rule is Freeze { IsAbsolute: true };

    private static List<PlacedRule> FreezesOver(PlacedRule window, IReadOnlyList<PlacedRule> all) =>
        [.. all.Where(freeze => freeze.Rule is Freeze
            && freeze.Rule.Scope.Covers(window.Rule.Scope)
            && !IsDense(freeze.Rule)
            && (HasSeenAll(window.Rule) || (window.Rule.Recurrence.IsCyclic && LastsAsLong(freeze.Rule, window.Rule))))];

    private static bool LastsAsLong(CalendarRule freeze, CalendarRule window) =>
        freeze is { IsEndless: true, Recurrence.IsCyclic: true }
        && freeze.Zone == window.Zone
        && (freeze.ValidFrom is null || freeze.ValidFrom <= window.ValidFrom)
        && !(freeze.Recurrence is Recurrence.SetRecurrence by && by.Set.Start > Start(window));

    private static IEnumerable<Placement> Sample(PlacedRule placed)
    {
        var from = Start(placed.Rule);
        return placed.Between(from, from.PlusYears(YearsOfTheWeekdayCycle));
    }

    /// <summary>Whether the sample holds every occurrence there ever is.</summary>
    private static bool HasSeenAll(CalendarRule rule) =>
        (rule.Recurrence switch
        {
            Recurrence.SetRecurrence by => HasSeenAll(by.Set, rule),
            BusinessRecurrence by => by.Last?.AtMidnight() < Start(rule).PlusYears(YearsOfTheWeekdayCycle),
            _ => !rule.Recurrence.IsEndless,
        })
        || (rule is { ValidFrom: { } from, ValidUntil: { } until } && until <= from.PlusYears(YearsOfTheWeekdayCycle));

    private static bool HasSeenAll(RecurrenceSet set, CalendarRule rule)
    {
        var end = LastOf(set, rule);
        var limits = new RecurrenceLimits { Bound = rule.ValidUntil?.AtMidnight() is { } until ? LocalDateTime.Min(until, end) : end };
        var later = set.Next(Start(rule).PlusYears(YearsOfTheWeekdayCycle), limits);
        return later.Start is null && later.End != RecurrenceSearchEnd.OutOfSteps;
    }

    public static LocalDateTime Start(CalendarRule rule) => rule switch
    {
        { Recurrence: Recurrence.OneOff once } => once.Start,
        { Recurrence: Recurrence.SetRecurrence by } => Start(by.Set, rule),
        { Recurrence: BusinessRecurrence by } => Start(by, rule),
        { ValidFrom: { } from } when HasSeenAll(rule) => from.AtMidnight(),
        { ValidUntil: { } until } => until.AtMidnight().PlusYears(-YearsOfTheWeekdayCycle),
        { ValidFrom: { } from } => LocalDateTime.Max(from.AtMidnight(), _anchor),
        _ => _anchor,
    };

    private static LocalDateTime Start(RecurrenceSet set, CalendarRule rule)
    {
        var from = rule.ValidFrom?.AtMidnight() ?? LocalBounds.Earliest;
        var first = set.StartsBetween(from, LastOf(set, rule)).FirstOrDefault(from);
        return rule.IsEndless ? LocalDateTime.Max(first, _anchor) : first;
    }

    /// <summary>What has not come by then never comes: after 400 years every date is on the same weekday again.</summary>
    private static LocalDateTime LastOf(RecurrenceSet set, CalendarRule rule) => set.IsCyclic
        ? LocalDateTime.Min(LocalDateTime.Max(set.Start, rule.ValidFrom?.AtMidnight() ?? set.Start).PlusYears(YearsOfTheGregorianCycle + YearsOfTheWeekdayCycle + 1), LocalBounds.Latest)
        : LocalBounds.Latest;

    private static LocalDateTime First(BusinessRecurrence by, CalendarRule rule) => LocalDate.Max(by.First, rule.ValidFrom ?? by.First).AtMidnight();

    private static LocalDateTime Start(BusinessRecurrence by, CalendarRule rule)
    {
        var first = First(by, rule);
        return rule switch
        {
            { IsEndless: true } => LocalDateTime.Max(first, _anchor),
            { ValidUntil: { } until } when by.IsEndless => LocalDateTime.Max(first, until.AtMidnight().PlusYears(-YearsOfTheWeekdayCycle)),
            _ => first,
        };
    }

    private static CalendarFault NeverTakesPlace(CalendarRule rule) => new(
        "calendar.rule.never-occurs",
        rule.Id,
        $"The {rule.Called} never takes place.",
        "Widen its validity, or state times that exist on the wall clock of its zone");

    private static CalendarFault NeverOpens(CalendarRule rule) => new(
        "calendar.window.never-opens",
        rule.Id,
        $"The {rule.Called} never opens, because freezes cover all of its occurrences.",
        "Move the window, or narrow or exempt from the freezes");

    private static CalendarFault OpensOnlyForExempt(CalendarRule rule) => new(
        "calendar.window.exempt-only",
        rule.Id,
        $"The {rule.Called} opens only for changes that are exempt, because freezes cover all of its occurrences.",
        "Move the window, unless that is what is meant");
}
