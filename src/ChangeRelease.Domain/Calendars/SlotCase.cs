using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Everything that a decision about slots looks at: what is asked, and the facts (S-2). It judges each slot once.</summary>
public sealed class SlotCase
{
    private ValueList<SlotJudgement>? _judgements;
    private ValueList<RulePlaces>? _places;
    private Remedy? _suggestion;

    /// <summary>When the decision is made.</summary>
    public required Instant Now { get; init; }

    /// <summary>The slots in question, in order; empty when none is given.</summary>
    public required ValueList<Slot> Slots { get; init; }

    /// <summary>How long preparing, working and backing out take; null when not known.</summary>
    public required Effort? Effort { get; init; }

    /// <summary>How far from a slot's start clocks may differ: nothing starts earlier than this after it.</summary>
    public required Duration GuardBand { get; init; }

    /// <summary>When the work may be done; empty when nobody said.</summary>
    public required ValueList<Slot> AcceptableTimes { get; init; }

    /// <summary>The calendar; null when it could not be looked up.</summary>
    public required ChangeCalendar? Calendar { get; init; }

    /// <summary>What the calendar is asked about; null when there is no target.</summary>
    public required CalendarQuestion? Question { get; init; }

    /// <summary>The bookings of the calendar; null when they could not be looked up.</summary>
    public required Bookings? Bookings { get; init; }

    /// <summary>Whether the slot is booked from now on by the act itself, so that time alone may cure it.</summary>
    public bool IsFromNow { get; init; }

    /// <summary>Whether freezes may be overridden for what is decided on, where they allow it (S-48).</summary>
    public bool CanOverride { get; init; }

    /// <summary>Whether the slots are another's booking, ridden on: then that one is counted, and this one is not.</summary>
    public required bool IsAboard { get; init; }

    /// <summary>The parts of the present work that others' bookings overlap.</summary>
    public ValueList<Slot> Conflicts => Bookings is null || IsAboard
        ? []
        : Bookings.Others.Select(other => other.Slot).Where(other => Slots.Any(other.Overlaps)).ToValueList();

    internal bool CanJudge => Calendar is not null && Question is not null;

    internal ValueList<SlotJudgement> Judgements => _judgements ??= Slots.Select(slot => Calendar!.Judge(slot, Question!)).ToValueList();

    internal ValueList<RulePlaces> Places => _places ??=
        Slots.SelectMany(slot => Calendar!.PlacesIn(slot, Question!, Bookings!.Others)).ToValueList();

    /// <summary>The places of the freezes that the work may pass, where only so many may.</summary>
    internal IEnumerable<RulePlaces> Passed => Slots.SelectMany(PassedIn);

    internal IEnumerable<RulePlaces> PassedIn(Slot slot) =>
        Calendar!.PlacesIn(slot, Question!, Bookings?.Others ?? []).Where(places => places.Occurrence.Rule is Freeze);

    /// <summary>Whether a rule has no place for every one of these slots that overlaps it, beside those who hold one.</summary>
    internal bool Overfills(RulePlaces places) => places.Holders.Count + Slots.Count(places.Occurrence.Binding.Overlaps) > places.Capacity;

    internal Duration Given => Slots.Aggregate(Duration.Zero, (sum, slot) => sum + slot.Length);

    internal Duration Needed => Effort!.Total + GuardBand;

    /// <summary>What is left of the slots from now on.</summary>
    internal Duration Left => Slots
        .Where(slot => slot.End > Now)
        .Aggregate(Duration.Zero, (sum, slot) => sum + (slot.End - Instant.Max(slot.Start, Now)));

    /// <summary>The earliest slot that would do, as a remedy; looked for once.</summary>
    internal Remedy Suggestion => _suggestion ??= SlotReasons.Suggest(this);

    internal Slot? Outside => Slots.FirstOrDefault(slot => !SlotSet.Of([.. AcceptableTimes]).Contains(slot));
}
