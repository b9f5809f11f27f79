using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>Throws commands on a ledger: mostly such as fit what is there, sometimes any.</summary>
internal sealed class BookingDice(Random dice)
{
    public static readonly HolderId[] Holders = [new("north"), new("south"), new("patches")];
    public static readonly Actor Ann = Actor.Human(new ActorId("ann"));
    public static readonly Actor Bob = Actor.Human(new ActorId("bob"));
    public static readonly Actor Sue = Actor.Human(new ActorId("sue"));
    public static readonly Actor Bot = Actor.Service(new ActorId("bot"), Ann.Id);

    public Actor Who() => dice.Next(8) switch { 0 => Bob, 1 => Sue, 2 => Bot, _ => Ann };

    public BookingCommand Next(IReadOnlyList<NaiveLedger.Entry> standing, int latest)
    {
        var (holder, name) = standing.Count > 0 && dice.Next(10) > 0
            ? standing[dice.Next(standing.Count)] is var entry ? (entry.Holder, entry.Name) : default
            : (Holders[dice.Next(Holders.Length)], new CommandId("none"));
        return dice.Next(16) switch
        {
            0 or 1 or 2 or 3 or 4 or 5 => new HoldSlots(Holders[dice.Next(Holders.Length)], Slots(latest), []),
            6 or 7 or 8 => new ConfirmBooking(holder, name),
            9 or 10 or 11 => new MoveBooking(holder, name, Slots(latest)),
            12 => new ReleaseBooking(holder, name),
            13 => dice.Next(3) == 0 ? new ReleaseHolder(holder) : new ReleaseBooking(holder, name),
            14 => new ExpireBookings(),
            _ => new DeclareCapacity(dice.Next(1, 4)),
        };
    }

    // Hours are few, so that they meet often.
    private ValueList<Slot> Slots(int latest)
    {
        var (from, length) = (dice.Next(latest), dice.Next(1, 4));
        var first = NaiveLedger.Slot(from, from + length);
        return dice.Next(12) switch
        {
            0 => [],
            1 => [first, first],
            2 or 3 => [first, NaiveLedger.Slot(from + length, from + length + 1)],
            _ => [first],
        };
    }
}
