using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What happened in a booking ledger: a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BookingHeld), "booking-held")]
[JsonDerivedType(typeof(BookingConfirmed), "booking-confirmed")]
[JsonDerivedType(typeof(BookingReleased), "booking-released")]
public abstract record BookingEvent
{
    private protected BookingEvent(Stamp stamp) => Stamp = stamp;

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; }
}

/// <summary>Slots were held, until they are confirmed or the booking expires.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Booking">The booking.</param>
public sealed record BookingHeld(Stamp Stamp, Booking Booking)
    : BookingEvent(Stamp);

/// <summary>The holder took a booking up; its other bookings are released, but for those that a later version of it asks for.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Command">The command that had asked for it.</param>
/// <param name="Slots">The slots it is for.</param>
public sealed record BookingConfirmed(Stamp Stamp, HolderId Holder, CommandId Command, ValueList<Slot> Slots)
    : BookingEvent(Stamp);

/// <summary>The holder gave up every booking, but for those that a later version of it asks for.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who held it.</param>
/// <param name="Version">The version of the holder's own history that has no slots.</param>
public sealed record BookingReleased(Stamp Stamp, HolderId Holder, long Version)
    : BookingEvent(Stamp);
