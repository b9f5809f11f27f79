using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a ledger's own commands ask for.</summary>
public static class BookingNeeds
{
    /// <summary>The role whose members declare capacities, and may act on the bookings of others.</summary>
    public static RoleId Stewards { get; } = new("booking-steward");

    /// <summary>The calendar is known whose ledger it is (S-4).</summary>
    public static Requirement<BookingAttempt> CalendarKnown { get; } = Need(
            "booking.calendar.missing", "The calendar is known whose ledger it is.", attempt => !attempt.IsOfCalendar || attempt.Facts.Calendar?.Id == attempt.Facts.Ledger.Calendar)
        .CuredBy(Remedy.Do("Name the calendar in force, and try again when it answers"));

    /// <summary>It is known who declares capacities (S-4).</summary>
    public static Requirement<BookingAttempt> DirectoryKnown { get; } = Need(
            "booking.directory.missing", "The directory says who declares capacities.", attempt => attempt.Facts.Roles is not null)
        .CuredBy(Remedy.Do("Try again when the directory answers"));

    /// <summary>A steward asks (S-8).</summary>
    public static Requirement<BookingAttempt> Steward { get; } = Need(
            "booking.capacity.not-a-steward", "A steward of bookings declares capacities.", attempt => attempt.IsSteward)
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor.Id} is not in {Stewards}.").CuredBy(Remedy.Ask(Stewards, $"Ask someone who is {Stewards} to declare it")))
        .After(DirectoryKnown);

    /// <summary>The ledger has a capacity of its own.</summary>
    public static Requirement<BookingAttempt> CapacityOfItsOwn { get; } = Need(
            "booking.capacity.of-windows", "The ledger is not a calendar's, whose windows have capacities.", attempt => !attempt.IsOfCalendar)
        .CuredBy(Remedy.Do("Give the windows of the calendar a capacity, in a new version of it"));

    /// <summary>No more is held than a new capacity allows (S-51).</summary>
    public static Requirement<BookingAttempt> CapacityHolds { get; } = Need(
            "booking.capacity.exceeded", "No more bookings stand from now on than the capacity allows.", attempt => !BookingReasons.Beyond(attempt, attempt.Stamp.At).Any())
        .Explains(BookingReasons.Exceeded)
        .After(CapacityOfItsOwn);

    /// <summary>A capacity was declared (S-4).</summary>
    public static Requirement<BookingAttempt> CapacityKnown { get; } = Need(
            "booking.capacity.undeclared", "It was declared how many may hold a slot of the ledger at once.", attempt => attempt.Ledger.Capacity is not null)
        .CuredBy(Remedy.Ask(Stewards, $"Ask someone who is {Stewards} to declare it"));

    /// <summary>A slot is given.</summary>
    public static Requirement<BookingAttempt> SlotGiven { get; } = Need("booking.slot.missing", "A slot is given.", attempt => attempt.Wanted.Count > 0)
        .CuredBy(Remedy.Do("Name a slot"));

    /// <summary>The slots are an ordered list (S-40).</summary>
    public static Requirement<BookingAttempt> SlotsInOrder { get; } = Need(
            "booking.slot.out-of-order", "Each slot begins when the one before is over, or later.", attempt => attempt.Wanted.Zip(attempt.Wanted.Skip(1)).All(pair => pair.First.End <= pair.Second.Start))
        .CuredBy(Remedy.Do("Name the slots in order, none overlapping another"))
        .After(SlotGiven);

    /// <summary>The first slot has not begun.</summary>
    public static Requirement<BookingAttempt> SlotAhead { get; } = Need("booking.slot.past", "The first slot begins now, or later.", attempt => attempt.Stamp.At <= attempt.Wanted[0].Start)
        .Explains(attempt => Why.Because($"The slot began at {attempt.Wanted[0].Start.ToText()}, and it is {attempt.Stamp.At.ToText()} already.").Seeing("slot", attempt.Wanted[0]))
        .CuredBy(Remedy.Do("Name slots that are still ahead"))
        .After(SlotGiven);

    /// <summary>Something is named that the slots are held for, where windows ask for it.</summary>
    public static Requirement<BookingAttempt> TargetGiven { get; } = Need("booking.target.missing", "A target is given, where the ledger is a calendar's.", attempt => attempt.Question is not null)
        .CuredBy(Remedy.Do("Name the service and the environment that the slots are for"));

    /// <summary>The booking is one that the ledger's own commands made.</summary>
    public static Requirement<BookingAttempt> KeptHere { get; } = Need(
            "booking.holder.kept-elsewhere", "No history of the holder's own keeps the booking.", attempt => attempt.Booking is not null || (attempt.Command.Which is null && attempt.Own.Any()) || !attempt.Elsewhere.Any())
        .Explains(attempt => Why.Because($"{attempt.Command.Whose} keeps its bookings by its own history.").CuredBy(Remedy.Do($"Reschedule or unschedule {attempt.Command.Whose}")));

    /// <summary>The booking stands (S-51).</summary>
    public static Requirement<BookingAttempt> Standing { get; } = Need("booking.request.not-standing", "The booking stands.", attempt => attempt.Booking is not null)
        .Explains(attempt => Why.Because($"No booking {attempt.Command.Which} of {attempt.Command.Whose} stands at {attempt.Stamp.At.ToText()}: it was never held, was given up, or expired.")
            .CuredBy(Remedy.Do("Hold the slots again, or check the name")))
        .After(KeptHere);

    /// <summary>Who asks is whose bookings they are, or a steward (S-9).</summary>
    public static Requirement<BookingAttempt> Owner { get; } = Need(
            "booking.holder.of-another", "The holder's bookings are of who asks, or a steward asks.", attempt => attempt.Owner is not { } owner || owner == attempt.Stamp.Actor.Voice || attempt.IsSteward)
        .Explains(BookingReasons.OfAnother)
        .After(Standing);

    /// <summary>The windows have a place left (S-51).</summary>
    public static Requirement<BookingAttempt> PlaceInWindow { get; } = Need(
            "booking.slot.full", "Every window that has a limit has a place left.", attempt => !attempt.Overfilled(attempt.Stamp.At).Any())
        .Explains(BookingReasons.NoPlace)
        .After(CalendarKnown, SlotGiven, SlotsInOrder, TargetGiven, Standing);

    /// <summary>The ledger has a place left at every instant (S-51).</summary>
    public static Requirement<BookingAttempt> PlaceInLedger { get; } = Need(
            "booking.ledger.full", "The ledger has a place left for all of the slots.", attempt => !BookingReasons.Taken(attempt, attempt.Stamp.At).Any())
        .Explains(BookingReasons.Full)
        .After(CapacityKnown, SlotGiven, SlotsInOrder, Standing);

    internal static Requirement<BookingAttempt>[] OneBooking { get; } = [KeptHere, Standing, Owner];

    internal static IEnumerable<Requirement<BookingAttempt>> Slots(BookingAttempt attempt) =>
        [SlotGiven, SlotsInOrder, SlotAhead, .. attempt.IsOfCalendar ? (Requirement<BookingAttempt>[])[CalendarKnown, TargetGiven, PlaceInWindow] : [CapacityKnown, PlaceInLedger]];

    private static Requirement<BookingAttempt> Need(string code, string sentence, Func<BookingAttempt, bool> isMet) =>
        Requirement.For<BookingAttempt>(code).Says(sentence).IsMetWhen(isMet);
}
