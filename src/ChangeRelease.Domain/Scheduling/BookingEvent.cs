using System.Text.Json.Serialization;
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

/// <summary>The holder took a booking up; its other bookings are released.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Command">The command that had asked for it.</param>
public sealed record BookingConfirmed(Stamp Stamp, HolderId Holder, CommandId Command)
    : BookingEvent(Stamp);

/// <summary>The holder gave up every booking.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who held it.</param>
public sealed record BookingReleased(Stamp Stamp, HolderId Holder)
    : BookingEvent(Stamp);
