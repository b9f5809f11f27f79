using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The requirements on slots, the same for whatever needs one; each subject gives them its own room in their codes.</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class SlotNeeds<TAttempt>
{
    private static readonly string[] Asked = [SlotNeedsParameters.Slots, SlotNeedsParameters.Aboard];

    private readonly Func<TAttempt, SlotCase> _slots;
    private readonly string _room;

    /// <summary>Makes the requirements of one kind of subject.</summary>
    /// <param name="room">The first word of the codes, for example <c>change</c>.</param>
    /// <param name="slots">Finds what is asked, and the facts, in an attempt.</param>
    /// <param name="first">What must be met before slots can be spoken of.</param>
    public SlotNeeds(string room, Func<TAttempt, SlotCase> slots, params ReadOnlySpan<Requirement<TAttempt>> first)
    {
        (_room, _slots) = (room, slots);
        CalendarKnown = Need("calendar.missing", "The change calendar is known, and there is something to ask it about.", at => at.CanJudge)
            .CuredBy(Remedy.Do("Name the services and environments, and try again when the calendar answers"));
        EffortKnown = Need("effort.missing", "It is known how long preparing, working and backing out take.", at => at.Effort is not null)
            .CuredBy(Remedy.Do("Say how long preparation, work and back-out take"));
        SlotGiven = Need("slot.missing", "A slot is given.", at => at.Slots.Count > 0)
            .CuredBy(Remedy.Do("Name a slot, or a release that has one")).About(Asked).After(first);
        SlotAhead = Need("slot.past", "The first slot has not begun, or is still within its guard band.", at => at.Slots[0].Start + at.GuardBand >= at.Now)
            .Explains(attempt => SlotReasons.Past(slots(attempt))).About(Asked).After(SlotGiven);
        SlotsInOrder = Need("slot.out-of-order", "Each slot begins when the one before is over, or later.", at => at.Slots.Zip(at.Slots.Skip(1)).All(pair => pair.First.End <= pair.Second.Start))
            .CuredBy(Remedy.Do("Name the slots in order, none overlapping another")).About(Asked).After(SlotGiven);
        TimesKnown = Need("acceptable-times.missing", "It is known when the work may be done.", at => at.AcceptableTimes.Count > 0)
            .CuredBy(Remedy.Do("Amend the acceptable times"));
        WithinTimes = Need("slot.outside-acceptable-times", "Every slot lies within the acceptable times.", at => at.Outside is null)
            .Explains(attempt => SlotReasons.Outside(slots(attempt))).About(Asked).After(SlotGiven, TimesKnown);
        NotFrozen = Need("slot.frozen", "No freeze touches the work, unless it is exempt.", at => at.Judgements.All(judged => judged.Freezes.Count == 0))
            .Explains(attempt => SlotReasons.Frozen(slots(attempt))).About(Asked).After(CalendarKnown, SlotGiven);
        NotFrozenFromNow = Need("slot.frozen-now", "No freeze touches work that begins now, unless it is exempt.", at => at.Judgements.All(judged => judged.Freezes.Count == 0))
            .Explains(attempt => SlotReasons.Frozen(slots(attempt))).After(CalendarKnown, EffortKnown);
        PassLeftFromNow = Need("slot.exemption-used-up", "A freeze that lets only so many changes pass lets this one.", at => at.Passed.All(places => at.Bookings is not null && !at.Overfills(places)))
            .Explains(attempt => SlotReasons.UsedUp(slots(attempt))).After(CalendarKnown, EffortKnown);
        Open = Need("slot.closed", "A window is open for all of the work.", at => at.Judgements.All(judged => judged.Gaps.Count == 0))
            .Explains(attempt => SlotReasons.Closed(slots(attempt))).About(Asked).After(CalendarKnown, SlotGiven);
        LongEnough = Need("slot.too-short", "The slots hold preparation, work, back-out and the guard band.", at => at.Given >= at.Needed)
            .Explains(attempt => SlotReasons.TooShort(slots(attempt))).About(Asked).After(EffortKnown, SlotGiven);
        BookingsKnown = Need("booking.unknown", "It is known who else holds slots.", at => at.IsAboard || at.Bookings is not null)
            .CuredBy(Remedy.Do("Try again when the bookings can be looked up")).About(Asked);
        PlaceLeft = Need("slot.full", "Every window, and every freeze that is passed, has a place left where there is a limit.", at => at.IsAboard || !at.Places.Any(at.Overfills))
            .Explains(attempt => SlotReasons.Full(slots(attempt))).About(Asked).After(CalendarKnown, SlotGiven, SlotsInOrder, BookingsKnown);
        BookingHeld = Need("booking.lost", "The booking of the slots is held.", at => at.IsAboard || at.Bookings!.Own.Equals(at.Slots))
            .CuredBy(Remedy.Do("Reschedule: the booking was never confirmed, or is gone")).After(BookingsKnown);
        InsideSlot = Need("start.outside-slot", "Now is inside the first slot, and past its guard band.", at => at.Slots[0].Start + at.GuardBand <= at.Now && at.Now < at.Slots[0].End)
            .Explains(attempt => SlotReasons.NotInside(slots(attempt))).After(SlotGiven);
        TimeLeft = Need("start.too-late", "What is left of the slots holds work and back-out.", at => at.Left >= at.Effort!.Work + at.Effort.BackOut)
            .Explains(attempt => SlotReasons.TooLate(slots(attempt))).After(EffortKnown, InsideSlot);
        SlotOver = Need("slot.not-over", "The last slot is over.", at => at.Slots[^1].End <= at.Now)
            .Explains(attempt => SlotReasons.NotOver(slots(attempt))).After(SlotGiven);
    }

    /// <summary>All of them, for a vocabulary.</summary>
    public ValueList<Requirement<TAttempt>> All =>
    [
        CalendarKnown, EffortKnown, SlotGiven, SlotAhead, SlotsInOrder, TimesKnown, WithinTimes, NotFrozen,
        NotFrozenFromNow, PassLeftFromNow, Open, LongEnough, BookingsKnown, PlaceLeft, BookingHeld, InsideSlot, TimeLeft, SlotOver,
    ];

    /// <summary>The calendar is known (S-4).</summary>
    public Requirement<TAttempt> CalendarKnown { get; }

    /// <summary>The effort is known (S-4).</summary>
    public Requirement<TAttempt> EffortKnown { get; }

    /// <summary>A slot is given.</summary>
    public Requirement<TAttempt> SlotGiven { get; }

    /// <summary>The first slot has not begun, or is still within its guard band, before which nothing starts.</summary>
    public Requirement<TAttempt> SlotAhead { get; }

    /// <summary>The slots are an ordered list.</summary>
    public Requirement<TAttempt> SlotsInOrder { get; }

    /// <summary>Acceptable times were proposed.</summary>
    public Requirement<TAttempt> TimesKnown { get; }

    /// <summary>The slots lie within the acceptable times (S-23).</summary>
    public Requirement<TAttempt> WithinTimes { get; }

    /// <summary>No freeze touches the work (S-45, S-48).</summary>
    public Requirement<TAttempt> NotFrozen { get; }

    /// <summary>No freeze touches work that begins now and books its own slot, unless it is exempt (S-34).</summary>
    public Requirement<TAttempt> NotFrozenFromNow { get; }

    /// <summary>A freeze that lets only so many changes pass has a place left for work that begins now (S-34, S-48).</summary>
    public Requirement<TAttempt> PassLeftFromNow { get; }

    /// <summary>A window is open for all of the work (S-45).</summary>
    public Requirement<TAttempt> Open { get; }

    /// <summary>The slots hold everything (S-47).</summary>
    public Requirement<TAttempt> LongEnough { get; }

    /// <summary>The bookings are known (S-4).</summary>
    public Requirement<TAttempt> BookingsKnown { get; }

    /// <summary>Capacity by counting holders (S-51).</summary>
    public Requirement<TAttempt> PlaceLeft { get; }

    /// <summary>The booking is held (S-51).</summary>
    public Requirement<TAttempt> BookingHeld { get; }

    /// <summary>Now is inside the first slot, past its guard band.</summary>
    public Requirement<TAttempt> InsideSlot { get; }

    /// <summary>What is left of the slots holds work and back-out.</summary>
    public Requirement<TAttempt> TimeLeft { get; }

    /// <summary>The last slot is over.</summary>
    public Requirement<TAttempt> SlotOver { get; }

    /// <summary>Why slots that are held would not be given today: they lie outside the acceptable times, a freeze touches them, or no window is open (S-49).</summary>
    /// <param name="attempt">The attempt; nothing is said of what is not known about it.</param>
    /// <returns>Every reason; none when the slots stand.</returns>
    internal ValueList<Refusal> Broken(TAttempt attempt) => new[] { WithinTimes, NotFrozen, Open }
        .Where(need => need.WaitsFor.All(first => first.IsMetBy(attempt)) && !need.IsMetBy(attempt))
        .SelectMany(need => need.Refuse(attempt))
        .ToValueList();

    private Requirement<TAttempt> Need(string code, string sentence, Func<SlotCase, bool> isMet)
    {
        var slots = _slots;
        return Requirement.For<TAttempt>($"{_room}.{code}").Says(sentence).IsMetWhen(attempt => isMet(slots(attempt)));
    }
}
