namespace ChangeRelease.Domain.Calendars;

/// <summary>Finds rules that start again while they last, and those that start too often for that.</summary>
internal static class DenseRules
{
    private const int StartsLookedAt = 200;
    private const int MostDaysAtOnce = 100;

    public static VainRule? Judge(PlacedRule placed)
    {
        var spans = placed.Each(VainRules.Start(placed.Rule), LocalBounds.Latest)
            .Take(StartsLookedAt)
            .Select(placement => placement.Occurrence)
            .OfType<Occurrence>()
            .ToList();
        if (spans.Count == StartsLookedAt && spans[^1].Span.Start < spans[0].Span.End && spans.DistinctBy(found => found.NominalStart.Date).Count() > MostDaysAtOnce)
        {
            return new VainRule(TooMany(placed.Rule), IsFault: true);
        }

        var pairs = spans.Zip(spans.Skip(1)).ToList();
        return placed.Rule.Recurrence is Recurrence.SetRecurrence { Set.MostStartsOfADay: > DayRuns.MostApart } && !pairs.Exists(pair => pair.Second.Span.Start <= pair.First.Span.End)
            ? new VainRule(TooDense(placed.Rule), IsFault: true)
            : pairs.Exists(Meet) ? new VainRule(Overlapping(placed.Rule, pairs.Where(Meet).Any(IsOfOneDay)), IsFault: false)
            : null;
    }

    private static bool Meet((Occurrence First, Occurrence Second) pair) => pair.Second.Span.Start < pair.First.Span.End
        || (pair.Second.Span.Start == pair.First.Span.End && pair.First.Rule.Recurrence is Recurrence.SetRecurrence { Set.MostStartsOfADay: > DayRuns.MostTouching });

    private static bool IsOfOneDay((Occurrence First, Occurrence Second) pair) =>
        pair.First.Rule.Recurrence is Recurrence.SetRecurrence && pair.First.NominalStart.Date == pair.Second.NominalStart.Date;

    private static CalendarFault TooDense(CalendarRule rule) => new(
        "calendar.recurrence.too-dense",
        rule.Id,
        FormattableString.Invariant($"The {rule.Called} starts more than {DayRuns.MostApart} times a day, and is over each time before it starts again."),
        "Let it start less often, or last until it starts again");

    private static CalendarFault TooMany(CalendarRule rule) => new(
        "calendar.starts.too-many-at-once",
        rule.Id,
        FormattableString.Invariant($"Of the {rule.Called} more than {MostDaysAtOnce} occurrences would take place at the same time."),
        "Let it be over sooner, or start less often");

    private static CalendarFault Overlapping(CalendarRule rule, bool onADay) => onADay
        ? new CalendarFault(
            "calendar.starts.merged",
            rule.Id,
            $"The {rule.Called} starts again while it lasts, or as it ends; what starts on one day and hangs together is one occurrence.",
            "Let it start once, and last from the first start to the last end, unless that is what is meant")
        : new CalendarFault(
            "calendar.starts.overlapping",
            rule.Id,
            $"The {rule.Called} starts again while it lasts; a slot takes a place in each occurrence that it overlaps.",
            "Let it be over before it starts again, unless that is what is meant");
}
