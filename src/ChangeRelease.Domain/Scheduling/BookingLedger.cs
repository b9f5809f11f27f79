using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Who holds which slots, as the ledger's events made it (S-51).</summary>
/// <remarks>
/// A slot is held first, then taken up by its holder, then confirmed: whatever crashes in between, a place is never given twice,
/// and a hold that nobody confirms expires. What was decided on a holder's version binds bookings up to that version. What a holder decided on a ledger is appended only if the ledger is still as it was read.
/// <para>
/// The ledger's own commands, for holders that have no such history, are decided by the <see cref="BookingDecider"/>; neither kind touches the other's bookings, and both count.
/// </para>
/// </remarks>
/// <param name="Bookings">Every booking that was not released; those that expired count no longer.</param>
public sealed record BookingLedger(ValueList<Booking> Bookings)
{
    /// <summary>The ledger in which nobody holds anything.</summary>
    public static BookingLedger Empty { get; } = new(ValueList<Booking>.Empty);

    /// <summary>How many bookings may stand at any one instant; null in the ledger of a calendar, whose windows say that, and where nobody declared it: then nothing is held (S-4).</summary>
    public int? Capacity { get; init; }

    /// <summary>The ledger's own commands that took effect, with what each one said (S-5).</summary>
    public AppliedCommands Applied { get; init; } = AppliedCommands.None;

    /// <summary>When the latest event happened; the earliest instant there is before the first one. Time does not run backwards in a ledger (S-73).</summary>
    public Instant LastAt { get; init; } = Instant.MinValue;

    /// <summary>Makes the ledger after one more event.</summary>
    /// <param name="ledger">The ledger before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The ledger after it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public static BookingLedger Fold(BookingLedger? ledger, BookingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return BookingFold.Apply(ledger ?? Empty, happened);
    }

    /// <summary>Finds a booking that the ledger's own commands made.</summary>
    /// <param name="holder">Who holds it.</param>
    /// <param name="command">The command that asked for it.</param>
    /// <param name="now">The instant of the question.</param>
    /// <returns>The booking, or null when none stands: it was never held, was given up, or expired.</returns>
    public Booking? Find(HolderId holder, CommandId command, Instant now) =>
        Bookings.FirstOrDefault(booking => booking.Owner is not null && booking.IsCalled(holder, command) && booking.Stands(now));

    /// <summary>The bookings that count.</summary>
    /// <param name="now">The instant of the question.</param>
    /// <returns>The bookings, in the order in which they were held.</returns>
    public ValueList<Booking> Standing(Instant now) => Bookings.Where(booking => booking.Stands(now)).ToValueList();

    /// <summary>What a holder sees: everybody else's slots, and its own confirmed ones.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>The bookings.</returns>
    public Bookings For(HolderId holder, Instant now) => new(
        Bookings.Where(booking => !booking.IsKeptBy(holder) && booking.Stands(now))
            .SelectMany(booking => booking.Slots.Select(slot => new Holding(slot, booking.Targets)))
            .ToValueList(),
        Bookings.Where(booking => booking.IsKeptBy(holder) && booking.IsConfirmed).SelectMany(booking => booking.Slots).ToValueList());

    /// <summary>The stretches in which others leave a holder no place; null where no capacity was declared.</summary>
    internal ValueList<Slot>? FullFor(HolderId holder, Instant now) =>
        Capacity is { } capacity ? CrowdedStretches.Full(For(holder, now).Others.Select(holding => holding.Slot), capacity).ToValueList() : null;

    /// <summary>What brings the ledger in line with what a holder has taken up; the same again has nothing to do.</summary>
    /// <remarks>
    /// Bookings of a later version than the one given are left alone: whoever looked at the holder before another went on with it
    /// neither releases nor confirms what that other one asked for.
    /// </remarks>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="slots">The slots the holder has taken up; empty when it has none of its own.</param>
    /// <param name="version">The version of the holder's own history that has these slots.</param>
    /// <returns>A confirmation, a release of what the holder has left, or null when the ledger is in line already. A hold that is lost stays so, and brings back no place that was left for it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BookingEvent? Settle(Stamp stamp, HolderId holder, ValueList<Slot> slots, long version)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(slots);
        var own = Bookings.Where(booking => booking.IsKeptBy(holder) && booking.Version <= version && booking.Stands(stamp.At)).ToList();
        return own.Exists(booking => booking.Slots.Equals(slots)) ? Confirm(stamp, own, slots)
            : own.Count > 0 ? new BookingReleased(stamp, holder, version)
            : null;
    }

    // Of several for the same slots the latest counts: an earlier one may be for other targets. A later one, for slots that were not taken up, is left to expire.
    private static BookingConfirmed? Confirm(Stamp stamp, List<Booking> own, ValueList<Slot> slots) =>
        own.Where(booking => booking.Slots.Equals(slots)).MaxBy(booking => booking.Version) is { } taken
            && (!taken.IsConfirmed || own.Exists(booking => booking != taken && booking.Version <= taken.Version))
            ? new BookingConfirmed(stamp, taken.Holder, taken.Command, taken.Slots)
            : null;
}
