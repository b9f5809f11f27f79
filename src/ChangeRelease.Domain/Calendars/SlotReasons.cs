using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Says why slots do not do, with what was seen and what would cure it (S-3).</summary>
internal static class SlotReasons
{
    public static Why Past(SlotCase at) =>
        Why.Because($"The slot began at {at.Slots[0].Start.ToText()}, and it is {at.Now.ToText()} already.")
            .Seeing("slot", at.Slots[0])
            .CuredBy(at.Suggestion);

    public static Why Outside(SlotCase at) =>
        Why.Because($"The slot {at.Outside} is not within the acceptable times.")
            .Seeing("acceptable times", at.AcceptableTimes)
            .CuredBy(Remedy.Do("Choose a slot within the acceptable times"), Remedy.Do("Amend the acceptable times"));

    public static IEnumerable<Why> Frozen(SlotCase at) => at.Judgements
        .SelectMany(judged => judged.Freezes)
        .Distinct()
        .Select(frozen => Frozen(at, frozen, (Freeze)frozen.Rule))
        .Select(why => Thaw(at, slot => at.Calendar!.Judge(slot, at.Question!).Freezes) is { } thaw ? why.CuredFrom(thaw) : why.CuredBy(at.Suggestion));

    private static Why Frozen(SlotCase at, Occurrence frozen, Freeze freeze)
    {
        var why = Why.Because(at.Slots.Any(frozen.Span.Overlaps)
                ? $"The {frozen} is in force{Because(freeze)}."
                : $"Work must be over {freeze.Runway.ToText()} before the {frozen}{Because(freeze)}.")
            .Seeing("freeze", $"{freeze.Id} {frozen.Span}").Seeing("exempt", freeze.Exempt);
        why = at.CanOverride && freeze.Override is { } may
            ? why.CuredBy(Remedy.Ask(may.By, $"Have two people who are {may.By} override the freeze {freeze.Id}: one proposes it, the other confirms"))
            : why;
        return freeze.Notice is { } notice
            ? why.CuredBy(Remedy.Do($"Ask {notice.Owner}, who owns it and looks at it again at {notice.ReviewAt.ToText()}"))
            : why;
    }

    public static IEnumerable<Why> UsedUp(SlotCase at) => at.Passed
        .Where(places => at.Bookings is null || at.Overfills(places))
        .DistinctBy(places => places.Occurrence)
        .Select(places => at.Bookings is null
            ? Why.Because($"The {places.Occurrence} lets only so many pass, and it is not known who holds slots.").CuredBy(Remedy.Do("Try again when the bookings can be looked up"))
            : Why.Because($"The {places}.").Seeing("holders", places.Holders))
        .Select(why => at.Bookings is not null && Thaw(at, slot => [.. at.PassedIn(slot).Where(places => places.IsFull).Select(places => places.Occurrence)]) is { } left ? why.CuredFrom(left) : why.CuredBy(at.Suggestion));

    public static IEnumerable<Why> Closed(SlotCase at) => at.Judgements
        .SelectMany(judged => judged.Gaps)
        .GroupBy(gap => gap.Span)
        .Select(gaps => Why.Because($"No window is open from {gaps.Key.Start.ToText()} to {gaps.Key.End.ToText()} for {string.Join(", ", gaps.Select(gap => gap.Target.Place))}.")
            .Seeing("calendar", $"{at.Calendar!.Id}, version {at.Calendar.Version}")
            .CuredBy(at.Suggestion));

    public static Why TooShort(SlotCase at) =>
        Why.Because($"The slots hold {at.Given.ToText()}, but {at.Needed.ToText()} are needed.")
            .Seeing("effort", at.Effort)
            .Seeing("guard band", at.GuardBand.ToText())
            .CuredBy(Remedy.Do($"Choose slots of {at.Needed.ToText()} or more"));

    public static IEnumerable<Why> Full(SlotCase at) => at.Places
        .Where(at.Overfills)
        .DistinctBy(places => places.Occurrence)
        .Select(places => Why.Because($"The {places}{Asked(at, places)}.")
            .Seeing("holders", places.Holders)
            .CuredBy(at.Suggestion));

    public static Why NotInside(SlotCase at)
    {
        var (slot, begins) = (at.Slots[0], at.Slots[0].Start + at.GuardBand);
        var why = Why.Because(at.Now < begins
                ? $"The slot {slot} may be used from {begins.ToText()} on, and it is {at.Now.ToText()}."
                : $"The slot {slot} is over at {at.Now.ToText()}.")
            .Seeing("slot", slot)
            .Seeing("guard band", at.GuardBand.ToText());
        return at.Now < begins && begins < slot.End ? why.CuredFrom(begins) : why.CuredBy(at.Suggestion);
    }

    public static Why TooLate(SlotCase at) =>
        Why.Because($"{at.Left.ToText()} are left of the slots, but work and back-out take {(at.Effort!.Work + at.Effort.BackOut).ToText()}.")
            .Seeing("effort", at.Effort)
            .CuredBy(at.Suggestion);

    public static Why NotOver(SlotCase at) =>
        Why.Because($"The slot {at.Slots[^1]} is not over yet.").CuredFrom(at.Slots[^1].End);

    /// <summary>The slot in the zone of the window that opens for it; nothing when it is open by default.</summary>
    private static string OnTheWall(SlotCase at, Slot slot) =>
        at.Calendar!.Judge(slot, at.Question!).Windows is [var window, ..] ? $", which is {window.OnItsClock(slot)}" : string.Empty;

    /// <summary>When work that begins at once would be stopped by no freeze any more; null when its slot is fixed, or the bound is met.</summary>
    private static Instant? Thaw(SlotCase at, Func<Slot, IReadOnlyList<Occurrence>> stopping)
    {
        if (!at.IsFromNow)
        {
            return null;
        }

        var (length, bound) = (at.Slots[0].Length, at.Now + ChangeCalendar.OrdinaryHorizon);
        for (var from = at.Now; from < bound;)
        {
            var freezes = stopping(new Slot(from, from + length));
            if (freezes.Count == 0)
            {
                return from;
            }

            from = freezes.Max(freeze => freeze.Span.End);
        }

        return null;
    }

    private static string Asked(SlotCase at, RulePlaces places) => at.Slots.Count(places.Occurrence.Binding.Overlaps) is > 1 and var asked
        ? FormattableString.Invariant($", and {asked} are asked for")
        : string.Empty;

    private static string Because(Freeze freeze) => freeze.Reason.Length > 0 ? $": {freeze.Reason}" : string.Empty;

    /// <summary>The earliest slot that would do, when there is enough to look for one.</summary>
    public static Remedy Suggest(SlotCase at)
    {
        if (at.IsAboard)
        {
            return Remedy.Do("Reschedule the release that carries it, or schedule the change on its own");
        }

        if (!at.CanJudge || at.Effort is not { } effort)
        {
            return Remedy.Do("Choose another slot");
        }

        var found = at.Calendar!.EarliestSlot(new SlotRequest(at.Question!, effort.After(at.GuardBand), at.Now, at.Now + ChangeCalendar.OrdinaryHorizon)
        {
            Within = at.AcceptableTimes,
            Taken = at.Bookings?.Others ?? [],
        });
        return found.Slot is { } slot
            ? Remedy.Do($"Take the earliest slot that fits, {slot}{OnTheWall(at, slot)}")
            : !found.ReachedBound ? Remedy.Do("Amend the acceptable times: no slot within them fits any more")
            : found.InTheWay is [var alone, ..] ? Remedy.Do($"Ask for a window, or for an exception: {alone}")
            : Remedy.Do($"Ask for a window: none that fits opens before {found.SearchedUntil.ToText()}");
    }
}
