using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.Scheduling;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>What two or three actors want of one ledger at once.</summary>
internal static class BookingRivalries
{
    private static readonly BookingArena Arena = new();

    private static readonly (HolderId North, HolderId South, HolderId Patches) Of = (BookingDice.Holders[0], BookingDice.Holders[1], BookingDice.Holders[2]);

    public static Rivalry[] All { get; } =
    [
        new("hold and hold, one place", Arena, [Capacity(1)], [Hold(Of.North, 1, 2, "a")], [Hold(Of.South, 1, 2, "b")]),
        new("hold and hold, two places", Arena, [Capacity(2)], [Hold(Of.North, 1, 2, "a")], [Hold(Of.South, 1, 2, "b")]),
        new("the same hold twice", Arena, [Capacity(1)], [Hold(Of.North, 1, 2, "a")], [Hold(Of.North, 1, 2, "a")]),
        new("one identity, two holds", Arena, [Capacity(2)], [Hold(Of.North, 1, 2, "a")], [Hold(Of.North, 2, 3, "a")]),
        new("hold and move to one place", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Hold(Of.South, 2, 3, "a")], [Move(Of.North, "n", 2, 3, "b")]),
        new("hold what a move leaves", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Hold(Of.South, 1, 2, "a")], [Move(Of.North, "n", 2, 3, "b")]),
        new("move and move, a swap", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n"), Hold(Of.South, 2, 3, "s")], [Move(Of.North, "n", 2, 3, "a")], [Move(Of.South, "s", 1, 2, "b")]),
        new("move and move, one after", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n"), Hold(Of.South, 2, 3, "s")], [Move(Of.North, "n", 2, 3, "a")], [Move(Of.South, "s", 3, 4, "b")]),
        new("move one booking twice", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Move(Of.North, "n", 2, 3, "a")], [Move(Of.North, "n", 3, 4, "b")]),
        new("confirm and sweep", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Confirm(Of.North, "n", "a", 4)], [new BookingBid(new ExpireBookings(), BookingDice.Bob, "b", 5)]),
        new("confirm and hold after it expired", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Confirm(Of.North, "n", "a", 4)], [Hold(Of.South, 1, 2, "b", 5)]),
        new("release and hold", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Release(Of.North, "n", "a")], [Hold(Of.South, 1, 2, "b")]),
        new("release and confirm", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Release(Of.North, "n", "a")], [Confirm(Of.North, "n", "b")]),
        new("release all and hold one more", Arena, [Capacity(2), Hold(Of.North, 1, 2, "n")], [new BookingBid(new ReleaseHolder(Of.North), BookingDice.Ann, "a")], [Hold(Of.North, 1, 2, "b")]),
        new("lower the capacity and hold", Arena, [Capacity(2), Hold(Of.North, 1, 2, "n")], [new BookingBid(new DeclareCapacity(1), BookingDice.Sue, "a")], [Hold(Of.South, 1, 2, "b")]),
        new("three hold, two places", Arena, [Capacity(2)], [Hold(Of.North, 1, 2, "a")], [Hold(Of.South, 1, 2, "b")], [Hold(Of.Patches, 1, 2, "c")]),
        new("hold, move and release", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n"), Hold(Of.South, 2, 3, "s")], [Hold(Of.Patches, 1, 2, "a")], [Move(Of.North, "n", 2, 3, "b")], [Release(Of.South, "s", "c")]),
        new("three move in a ring", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n"), Hold(Of.South, 2, 3, "s"), Hold(Of.Patches, 3, 4, "p")], [Move(Of.North, "n", 2, 3, "a")], [Move(Of.South, "s", 3, 4, "b")], [Move(Of.Patches, "p", 4, 5, "c")]),
        new("confirm, sweep and hold", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Confirm(Of.North, "n", "a", 4)], [new BookingBid(new ExpireBookings(), BookingDice.Bob, "b", 5)], [Hold(Of.South, 1, 2, "c", 5)]),
        new("two hold and confirm, one place", Arena, [Capacity(1)], [Hold(Of.North, 1, 2, "a"), Confirm(Of.North, "a", "a2")], [Hold(Of.South, 1, 2, "b"), Confirm(Of.South, "b", "b2")]),
        new("two hold and confirm, two places", Arena, [Capacity(2)], [Hold(Of.North, 1, 2, "a"), Confirm(Of.North, "a", "a2")], [Hold(Of.South, 1, 2, "b"), Confirm(Of.South, "b", "b2")]),
        new("hold and release, hold and confirm", Arena, [Capacity(1)], [Hold(Of.North, 1, 2, "a"), Release(Of.North, "a", "a2")], [Hold(Of.South, 1, 2, "b"), Confirm(Of.South, "b", "b2")]),
        new("hold and move, move and hold", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n")], [Hold(Of.South, 2, 3, "a"), Move(Of.South, "a", 1, 2, "a2")], [Move(Of.North, "n", 2, 3, "b"), Hold(Of.North, 1, 2, "b2")]),
    ];

    /// <summary>Three actors with four port calls each: for those who have the time.</summary>
    public static Rivalry[] Long { get; } =
    [
        new("three hold and confirm, two places", Arena, [Capacity(2)], [Hold(Of.North, 1, 2, "a"), Confirm(Of.North, "a", "a2")], [Hold(Of.South, 1, 2, "b"), Confirm(Of.South, "b", "b2")], [Hold(Of.Patches, 1, 2, "c"), Confirm(Of.Patches, "c", "c2")]),
        new("hold and move, release and hold, move and confirm", Arena, [Capacity(1), Hold(Of.North, 1, 2, "n"), Hold(Of.South, 2, 3, "s")], [Hold(Of.Patches, 3, 4, "a"), Move(Of.Patches, "a", 1, 2, "a2")], [Release(Of.North, "n", "b"), Hold(Of.North, 2, 3, "b2")], [Move(Of.South, "s", 1, 2, "c"), Confirm(Of.South, "s", "c2")]),
    ];

    private static BookingBid Capacity(int capacity) => new(new DeclareCapacity(capacity), BookingDice.Sue, "declare");

    private static BookingBid Hold(HolderId holder, int from, int until, string id, int minutes = 0) => new(new HoldSlots(holder, [NaiveLedger.Slot(from, until)], []), BookingDice.Ann, id, minutes);

    private static BookingBid Move(HolderId holder, string booking, int from, int until, string id) => new(new MoveBooking(holder, new CommandId(booking), [NaiveLedger.Slot(from, until)]), BookingDice.Ann, id);

    private static BookingBid Confirm(HolderId holder, string booking, string id, int minutes = 0) => new(new ConfirmBooking(holder, new CommandId(booking)), BookingDice.Ann, id, minutes);

    private static BookingBid Release(HolderId holder, string booking, string id) => new(new ReleaseBooking(holder, new CommandId(booking)), BookingDice.Ann, id);
}
