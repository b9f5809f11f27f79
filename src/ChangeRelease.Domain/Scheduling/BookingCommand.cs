using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What someone wants done in a booking ledger: a closed family. Who and when stand in the stamp, never here (S-9).</summary>
/// <remarks>What changes and releases hold is booked by their own commands, never by one of these.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DeclareCapacity), "declare-capacity")]
[JsonDerivedType(typeof(HoldSlots), "hold-slots")]
[JsonDerivedType(typeof(ConfirmBooking), "confirm-booking")]
[JsonDerivedType(typeof(MoveBooking), "move-booking")]
[JsonDerivedType(typeof(ReleaseBooking), "release-booking")]
[JsonDerivedType(typeof(ReleaseHolder), "release-holder")]
[JsonDerivedType(typeof(ExpireBookings), "expire-bookings")]
public abstract record BookingCommand
{
    private protected BookingCommand()
    {
    }

    /// <summary>Whose bookings it is about; null when it is about none.</summary>
    internal virtual HolderId? Whose => null;

    /// <summary>The booking it is about, by the command that asked for it; null when it is about none, or about all of a holder's.</summary>
    internal virtual CommandId? Which => null;

    /// <summary>The slots it asks for.</summary>
    internal virtual ValueList<Slot> Wanted => [];

    /// <summary>Everything that must be met, each after those that it waits for.</summary>
    internal abstract IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt);

    /// <summary>What happens when everything is met; nothing when it is so already (S-5).</summary>
    internal abstract IEnumerable<BookingEvent> Happened(BookingAttempt attempt);
}

/// <summary>Settles how many may hold a slot of the ledger at once; for the ledger of an environment or a service.</summary>
public sealed record DeclareCapacity : BookingCommand
{
    /// <summary>Settles it.</summary>
    /// <param name="capacity">How many bookings may stand at any one instant; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than one.</exception>
    public DeclareCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
    }

    /// <summary>How many bookings may stand at any one instant.</summary>
    public int Capacity { get; }

    internal override IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt) =>
        [BookingNeeds.CapacityOfItsOwn, BookingNeeds.DirectoryKnown, BookingNeeds.Steward, BookingNeeds.CapacityHolds];

    internal override IEnumerable<BookingEvent> Happened(BookingAttempt attempt) =>
        attempt.Ledger.Capacity == Capacity ? [] : [new CapacityDeclared(attempt.Stamp, Capacity)];
}

/// <summary>Holds slots until they are confirmed, or the hold expires. The command's identity names the booking.</summary>
/// <param name="Holder">Who holds them: a name of the host's own, with any number of bookings.</param>
/// <param name="Slots">The slots, in order; at least one.</param>
/// <param name="Targets">What they are held for; in the ledger of a calendar at least one, since its windows are about targets.</param>
public sealed record HoldSlots(HolderId Holder, ValueList<Slot> Slots, ValueList<Target> Targets) : BookingCommand
{
    internal override HolderId? Whose => Holder;

    internal override ValueList<Slot> Wanted => Slots;

    internal override IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt) => [BookingNeeds.Owner, .. BookingNeeds.Slots(attempt)];

    internal override IEnumerable<BookingEvent> Happened(BookingAttempt attempt) => [new BookingHeld(attempt.Stamp, attempt.Hold())];
}

/// <summary>Takes a booking up, so that it no longer expires.</summary>
/// <param name="Holder">Who holds it.</param>
/// <param name="Booking">The command that asked for it.</param>
public sealed record ConfirmBooking(HolderId Holder, CommandId Booking) : BookingCommand
{
    internal override HolderId? Whose => Holder;

    internal override CommandId? Which => Booking;

    internal override IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt) => BookingNeeds.OneBooking;

    internal override IEnumerable<BookingEvent> Happened(BookingAttempt attempt) =>
        attempt.Booking!.IsConfirmed ? [] : [new BookingConfirmed(attempt.Stamp, Holder, Booking, attempt.Booking.Slots)];
}

/// <summary>Moves a booking to other slots: they are held and the present ones given up in one act, or nothing happens. It stays confirmed, or expires when it would have.</summary>
/// <param name="Holder">Who holds it.</param>
/// <param name="Booking">The command that asked for it.</param>
/// <param name="Slots">The slots to move to, in order; at least one. They may overlap the present ones.</param>
public sealed record MoveBooking(HolderId Holder, CommandId Booking, ValueList<Slot> Slots) : BookingCommand
{
    internal override HolderId? Whose => Holder;

    internal override CommandId? Which => Booking;

    internal override ValueList<Slot> Wanted => Slots;

    internal override IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt) =>
        IsThere(attempt) ? BookingNeeds.OneBooking : [.. BookingNeeds.OneBooking, .. BookingNeeds.Slots(attempt)];

    internal override IEnumerable<BookingEvent> Happened(BookingAttempt attempt) =>
        IsThere(attempt) ? [] : [new BookingMoved(attempt.Stamp, Holder, Booking, Slots)];

    private bool IsThere(BookingAttempt attempt) => attempt.Booking is { } booking && booking.Slots.Equals(Slots);
}

/// <summary>Gives one booking up, confirmed or not.</summary>
/// <param name="Holder">Who holds it.</param>
/// <param name="Booking">The command that asked for it.</param>
public sealed record ReleaseBooking(HolderId Holder, CommandId Booking) : BookingCommand
{
    internal override HolderId? Whose => Holder;

    internal override CommandId? Which => Booking;

    internal override IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt) => BookingNeeds.OneBooking;

    internal override IEnumerable<BookingEvent> Happened(BookingAttempt attempt) => [new BookingReleased(attempt.Stamp, Holder, 0) { Only = Booking }];
}

/// <summary>Gives every booking of a holder up, confirmed or not; nothing when it has none.</summary>
/// <param name="Holder">The holder.</param>
public sealed record ReleaseHolder(HolderId Holder) : BookingCommand
{
    internal override HolderId? Whose => Holder;

    internal override IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt) => [BookingNeeds.KeptHere, BookingNeeds.Owner];

    internal override IEnumerable<BookingEvent> Happened(BookingAttempt attempt) => attempt.Own.Any() ? [new BookingReleased(attempt.Stamp, Holder, 0)] : [];
}

/// <summary>Notes the bookings that nobody confirmed in time: a sweep, for anybody to send as often as they like. They have not counted since their time was over.</summary>
public sealed record ExpireBookings : BookingCommand
{
    internal override IEnumerable<Requirement<BookingAttempt>> Asks(BookingAttempt attempt) => [];

    internal override IEnumerable<BookingEvent> Happened(BookingAttempt attempt) => attempt.Ledger.Bookings
        .Where(booking => !booking.Stands(attempt.Stamp.At))
        .Select(booking => new BookingExpired(attempt.Stamp, booking.Holder, booking.Command, booking.Slots));
}
