using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What happened in a booking ledger: a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BookingHeld), "booking-held")]
[JsonDerivedType(typeof(BookingConfirmed), "booking-confirmed")]
[JsonDerivedType(typeof(BookingReleased), "booking-released")]
[JsonDerivedType(typeof(BookingMoved), "booking-moved")]
[JsonDerivedType(typeof(BookingExpired), "booking-expired")]
[JsonDerivedType(typeof(CapacityDeclared), "capacity-declared")]
public abstract record BookingEvent
{
    private protected BookingEvent(Stamp stamp) => Stamp = stamp;

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; }

    /// <summary>What a command of the ledger itself said and what it was decided on; null where a holder's own history brought the event about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BookingBasis? Basis { get; init; }
}

/// <summary>Slots were held, until they are confirmed or the booking expires.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Booking">The booking.</param>
public sealed record BookingHeld(Stamp Stamp, Booking Booking)
    : BookingEvent(Stamp);

/// <summary>The holder took a booking up. Where its own history did, its other bookings are released, but for those that a later version of it asks for.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Command">The command that had asked for it.</param>
/// <param name="Slots">The slots it is for.</param>
public sealed record BookingConfirmed(Stamp Stamp, HolderId Holder, CommandId Command, ValueList<Slot> Slots)
    : BookingEvent(Stamp);

/// <summary>The holder gave up every booking, but for those that a later version of it asks for; or one of them.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who held it.</param>
/// <param name="Version">The version of the holder's own history that has no slots; 0 where there is no such history.</param>
public sealed record BookingReleased(Stamp Stamp, HolderId Holder, long Version)
    : BookingEvent(Stamp)
{
    /// <summary>The command that had asked for the one that was given up; null for all of the holder's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CommandId? Only { get; init; }
}

/// <summary>A booking went to other slots, and gave up those it had: one act. It stays confirmed, or expires when it would have.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Command">The command that had asked for it, which names it as before.</param>
/// <param name="Slots">The slots it is for from now on.</param>
public sealed record BookingMoved(Stamp Stamp, HolderId Holder, CommandId Command, ValueList<Slot> Slots)
    : BookingEvent(Stamp);

/// <summary>A booking that nobody confirmed in time was noted as void; it had not counted since its time was over.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Holder">Who held it.</param>
/// <param name="Command">The command that had asked for it.</param>
/// <param name="Slots">The slots it was for.</param>
public sealed record BookingExpired(Stamp Stamp, HolderId Holder, CommandId Command, ValueList<Slot> Slots)
    : BookingEvent(Stamp);

/// <summary>It was settled how many may hold a slot of the ledger at once.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Capacity">How many bookings may stand at any one instant.</param>
public sealed record CapacityDeclared(Stamp Stamp, int Capacity)
    : BookingEvent(Stamp);
