using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Who holds which slots of a calendar, as its events made it (S-51).</summary>
/// <remarks>
/// A slot is held first, then taken up by its holder, then confirmed: whatever crashes in between, a place is never given twice,
/// and a hold that nobody confirms expires. What a holder decided on a ledger is appended only if the ledger is still as it was read.
/// </remarks>
/// <param name="Bookings">Every booking that was not released; those that expired count no longer.</param>
public sealed record BookingLedger(ValueList<Booking> Bookings)
{
    /// <summary>The ledger in which nobody holds anything.</summary>
    public static BookingLedger Empty { get; } = new(ValueList<Booking>.Empty);

    /// <summary>Makes the ledger after one more event.</summary>
    /// <param name="ledger">The ledger before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The ledger after it.</returns>
    public static BookingLedger Fold(BookingLedger? ledger, BookingEvent happened)
    {
        var before = ledger ?? Empty;
        return happened switch
        {
            BookingHeld held => new BookingLedger(before.Bookings.Where(booking => booking.Stands(held.Stamp.At) && !held.Booking.Replaces(booking)).Append(held.Booking).ToValueList()),
            BookingConfirmed confirmed => new BookingLedger(before.Bookings.Where(booking => booking.Holder != confirmed.Holder || booking.Command == confirmed.Command)
                .Select(booking => booking.Holder == confirmed.Holder ? booking with { Expires = null } : booking)
                .ToValueList()),
            BookingReleased released => new BookingLedger(before.Bookings.Where(booking => booking.Holder != released.Holder).ToValueList()),
            _ => before,
        };
    }

    /// <summary>What a holder sees: everybody else's slots, and its own confirmed ones.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>The bookings.</returns>
    public Bookings For(HolderId holder, Instant now) => new(
        Bookings.Where(booking => booking.Holder != holder && booking.Stands(now))
            .SelectMany(booking => booking.Slots.Select(slot => new Holding(slot, booking.Targets)))
            .ToValueList(),
        Bookings.Where(booking => booking.Holder == holder && booking.IsConfirmed).SelectMany(booking => booking.Slots).ToValueList());

    /// <summary>What brings the ledger in line with what a holder has taken up; the same again has nothing to do.</summary>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="slots">The slots the holder has taken up; empty when it has none of its own.</param>
    /// <returns>A confirmation, a release, or null when the ledger is in line already, or the hold is lost.</returns>
    public BookingEvent? Settle(Stamp stamp, HolderId holder, ValueList<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(slots);
        var own = Bookings.Where(booking => booking.Holder == holder).ToList();
        return slots.Count == 0
            ? own.Any(booking => booking.IsConfirmed) ? new BookingReleased(stamp, holder) : null
            : Confirm(stamp, own, slots);
    }

    private static BookingConfirmed? Confirm(Stamp stamp, List<Booking> own, ValueList<Slot> slots) =>
        own.Any(booking => booking.IsConfirmed && booking.Slots.Equals(slots))
            ? null
            : own.Where(booking => booking.Slots.Equals(slots) && booking.Stands(stamp.At))
                .Select(booking => new BookingConfirmed(stamp, booking.Holder, booking.Command))
                .FirstOrDefault();
}
