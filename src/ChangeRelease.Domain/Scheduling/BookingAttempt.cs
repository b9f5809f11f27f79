using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One command on one ledger with its facts: what requirements judge.</summary>
public sealed class BookingAttempt
{
    /// <summary>Brings the three together.</summary>
    /// <param name="ledger">The ledger as it is.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BookingAttempt(BookingLedger ledger, BookingCommand command, BookingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        (Ledger, Command, Facts) = (ledger, command, facts);
        Booking = command is { Whose: { } holder, Which: { } which } ? ledger.Find(holder, which, facts.Stamp.At) : null;
    }

    /// <summary>The ledger as it is.</summary>
    public BookingLedger Ledger { get; }

    /// <summary>What is attempted.</summary>
    public BookingCommand Command { get; }

    /// <summary>What is known.</summary>
    public BookingFacts Facts { get; }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp => Facts.Stamp;

    /// <summary>The one booking that the command is about; null when it is about none, about all of a holder's, or about one that does not stand.</summary>
    public Booking? Booking { get; }

    /// <summary>Whether who asks may act for others, and declare capacities.</summary>
    public bool IsSteward => Facts.Roles?.Contains(BookingNeeds.Stewards) ?? false;

    internal bool IsOfCalendar => Facts.Ledger.Calendar is not null;

    internal ValueList<Slot> Wanted => Command.Wanted;

    /// <summary>The standing bookings of the holder that the ledger's own commands made.</summary>
    internal IEnumerable<Booking> Own => Ledger.Bookings.Where(booking => booking.Owner is not null && booking.Holder == Command.Whose && booking.Stands(Stamp.At));

    /// <summary>The standing bookings of the name that the holder's own history keeps.</summary>
    internal IEnumerable<Booking> Elsewhere =>
        Ledger.Bookings.Where(booking => booking.Owner is null && booking.Holder == Command.Whose && (Command.Which is not { } which || booking.Command == which) && booking.Stands(Stamp.At));

    /// <summary>Whose the holder's bookings are; null while it has none.</summary>
    internal ActorId? Owner => Own.FirstOrDefault()?.Owner;

    /// <summary>What the calendar is asked about; null when the ledger is not a calendar's, or nothing is held for anything.</summary>
    internal CalendarQuestion? Question => Targets is { Count: > 0 } targets && IsOfCalendar ? new CalendarQuestion(targets, []) : null;

    // Who asks cannot say for which tenant.
    private ValueList<Target> Targets => Booking?.Targets ?? (Command as HoldSlots)?.Targets.Select(target => target with { Tenant = Facts.Tenant }).ToValueList() ?? [];

    /// <summary>What the command would hold.</summary>
    internal Booking Hold() =>
        new(Command.Whose!, Stamp.Command, Wanted, Targets, 0, (Stamp.At + Facts.HoldStands).ToMicroseconds()) { Owner = Owner ?? Stamp.Actor.Voice };

    /// <summary>The slots that would be taken at an instant, were nothing done until then; what the command itself moves is not among them.</summary>
    internal ValueList<Holding> Taken(Instant at) => Ledger.Bookings
        .Where(booking => booking.Stands(at) && !ReferenceEquals(booking, Booking))
        .SelectMany(booking => booking.Slots.Select(slot => new Holding(slot, booking.Targets)))
        .ToValueList();

    /// <summary>The windows in which there would be no place at an instant.</summary>
    internal IEnumerable<RulePlaces> Overfilled(Instant at)
    {
        var taken = Taken(at);
        return Wanted.SelectMany(slot => Facts.Calendar!.PlacesIn(slot, Question!, taken))
            .DistinctBy(places => places.Occurrence)
            .Where(places => places.Holders.Count + Wanted.Count(places.Occurrence.Binding.Overlaps) > places.Capacity);
    }

    /// <summary>The stretches in which the ledger would be full at an instant.</summary>
    internal IReadOnlyList<Slot> Full(Instant at) => CrowdedStretches.Full(Taken(at).Select(holding => holding.Slot), Ledger.Capacity!.Value);

    /// <summary>The first expiry of a hold after which something is so by itself; null when there is none before the slots begin, or before the booking itself expires.</summary>
    internal Instant? FreeFrom(Func<Instant, bool> isSo) => Waiting.FirstIn(
        Ledger.Bookings.Select(booking => booking.Expires).OfType<Instant>()
            .Where(expires => expires > Stamp.At && expires <= Wanted[0].Start && (Booking?.Stands(expires) ?? true)),
        isSo);
}
