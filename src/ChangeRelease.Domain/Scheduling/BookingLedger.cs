using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Who holds which slots of a calendar, as its events made it (S-51).</summary>
/// <remarks>
/// A slot is held first, then taken up by its holder, then confirmed: whatever crashes in between, a place is never given twice,
/// and a hold that nobody confirms expires. What was decided on a holder's version binds bookings up to that version. What a holder decided on a ledger is appended only if the ledger is still as it was read.
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
            BookingHeld held => before.Held(held.Booking, held.Stamp.At),
            BookingConfirmed it => before.Confirmed(it),
            BookingReleased it => new BookingLedger(before.Bookings.Where(booking => booking.Holder != it.Holder || booking.Version > it.Version).ToValueList()),
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
    /// <remarks>
    /// Bookings of a later version than the one given are left alone: whoever looked at the holder before another went on with it
    /// neither releases nor confirms what that other one asked for.
    /// </remarks>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="slots">The slots the holder has taken up; empty when it has none of its own.</param>
    /// <param name="version">The version of the holder's own history that has these slots.</param>
    /// <returns>A confirmation, a release, or null when the ledger is in line already, or the hold is lost.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BookingEvent? Settle(Stamp stamp, HolderId holder, ValueList<Slot> slots, long version)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(slots);
        var own = Bookings.Where(booking => booking.Holder == holder && booking.Version <= version && booking.Stands(stamp.At)).ToList();
        return slots.Count > 0 ? Confirm(stamp, own, slots)
            : own.Count > 0 ? new BookingReleased(stamp, holder, version)
            : null;
    }

    // Of several for the same slots the latest counts: an earlier one may be for other targets.
    private static BookingConfirmed? Confirm(Stamp stamp, List<Booking> own, ValueList<Slot> slots) =>
        own.Where(booking => booking.Slots.Equals(slots)).MaxBy(booking => booking.Version) is { } taken && (!taken.IsConfirmed || own.Count > 1)
            ? new BookingConfirmed(stamp, taken.Holder, taken.Command, taken.Slots)
            : null;

    // Who asks again for what it has confirmed keeps that.
    private BookingLedger Held(Booking asked, Instant now) => Bookings.Any(booking => booking.IsConfirmed && asked.Repeats(booking))
        ? this
        : new BookingLedger(Bookings.Where(booking => booking.Stands(now) && !asked.Repeats(booking)).Append(asked).ToValueList());

    private BookingLedger Confirmed(BookingConfirmed it) => Bookings.FirstOrDefault(booking => booking.Is(it.Holder, it.Command, it.Slots)) is { } taken
        ? new BookingLedger(Bookings.Where(booking => booking.Holder != taken.Holder || booking.Version > taken.Version || ReferenceEquals(booking, taken))
            .Select(booking => ReferenceEquals(booking, taken) ? taken with { Expires = null } : booking)
            .ToValueList())
        : this;
}
