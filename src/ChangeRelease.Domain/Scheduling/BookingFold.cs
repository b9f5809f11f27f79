using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What each event does to a ledger. What a holder's own history brought about touches nothing that the ledger's own commands made, and the other way round.</summary>
internal static class BookingFold
{
    public static BookingLedger Apply(BookingLedger ledger, BookingEvent happened) => Changed(ledger, happened) with
    {
        LastAt = happened.Stamp.At,
        Applied = happened.Basis is { } basis ? ledger.Applied.With(happened.Stamp.Command, basis.Command) : ledger.Applied,
    };

    private static BookingLedger Changed(BookingLedger ledger, BookingEvent happened) => happened switch
    {
        BookingHeld held => Held(ledger, held.Booking, held.Stamp.At),
        BookingConfirmed it => it.Basis is null ? TakenUp(ledger, it) : Only(ledger, it.Holder, it.Command, booking => booking with { Expires = null }),
        BookingReleased it => ledger with { Bookings = ledger.Bookings.Where(booking => !Releases(it, booking)).ToValueList() },
        BookingMoved it => Only(ledger, it.Holder, it.Command, booking => booking with { Slots = it.Slots }),
        BookingExpired it => ledger with { Bookings = ledger.Bookings.Where(booking => booking.Stands(it.Stamp.At) || !booking.Is(it.Holder, it.Command, it.Slots)).ToValueList() },
        CapacityDeclared it => ledger with { Capacity = it.Capacity },
        _ => ledger,
    };

    // Who asks again for what it has confirmed keeps that. What the ledger's own commands held and nobody confirmed stays until that is noted.
    private static BookingLedger Held(BookingLedger ledger, Booking asked, Instant now) => ledger.Bookings.Any(booking => booking.IsConfirmed && asked.Repeats(booking))
        ? ledger
        : ledger with { Bookings = ledger.Bookings.Where(booking => (booking.Owner is not null || booking.Stands(now)) && !asked.Repeats(booking)).Append(asked).ToValueList() };

    private static BookingLedger TakenUp(BookingLedger ledger, BookingConfirmed it) =>
        ledger.Bookings.FirstOrDefault(booking => booking.Owner is null && booking.Is(it.Holder, it.Command, it.Slots)) is { } taken
            ? ledger with
            {
                Bookings = ledger.Bookings.Where(booking => !booking.IsKeptBy(taken.Holder) || booking.Version > taken.Version || ReferenceEquals(booking, taken))
                    .Select(booking => ReferenceEquals(booking, taken) ? taken with { Expires = null } : booking)
                    .ToValueList(),
            }
            : ledger;

    private static BookingLedger Only(BookingLedger ledger, HolderId holder, CommandId command, Func<Booking, Booking> change) => ledger with
    {
        Bookings = ledger.Bookings.Select(booking => booking.Owner is not null && booking.IsCalled(holder, command) ? change(booking) : booking).ToValueList(),
    };

    private static bool Releases(BookingReleased it, Booking booking) => it.Basis is null
        ? booking.IsKeptBy(it.Holder) && booking.Version <= it.Version
        : booking.Owner is not null && booking.Holder == it.Holder && (it.Only is null || booking.Command == it.Only);
}
