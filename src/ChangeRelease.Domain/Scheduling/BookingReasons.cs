using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Says why a ledger's own commands are refused, with what was seen and what would cure it (S-3).</summary>
internal static class BookingReasons
{
    /// <summary>The full stretches that the slots would touch at an instant.</summary>
    public static IEnumerable<Slot> Taken(BookingAttempt attempt, Instant at) => attempt.Full(at).Where(stretch => attempt.Wanted.Any(stretch.Overlaps));

    /// <summary>The stretches in which more would be held, from an instant on, than the capacity to be declared allows.</summary>
    public static IEnumerable<Slot> Beyond(BookingAttempt attempt, Instant at) =>
        CrowdedStretches.Full(attempt.Taken(at).Select(holding => holding.Slot), ((DeclareCapacity)attempt.Command).Capacity + 1).Where(stretch => stretch.End > at);

    public static IEnumerable<Why> Full(BookingAttempt attempt)
    {
        var freeFrom = attempt.FreeFrom(at => !Taken(attempt, at).Any());
        return Taken(attempt, attempt.Stamp.At)
            .Select(stretch => Cured(attempt, freeFrom, Why.Because($"All places of {attempt.Facts.Ledger} are taken in {stretch}.").Seeing("capacity", attempt.Ledger.Capacity)));
    }

    public static IEnumerable<Why> NoPlace(BookingAttempt attempt)
    {
        var freeFrom = attempt.FreeFrom(at => !attempt.Overfilled(at).Any());
        return attempt.Overfilled(attempt.Stamp.At).Select(places => Cured(attempt, freeFrom, Why.Because($"The {places}.").Seeing("holders", places.Holders)));
    }

    public static IEnumerable<Why> Exceeded(BookingAttempt attempt)
    {
        var now = attempt.Stamp.At;
        var beyond = Beyond(attempt, now).ToList();
        var ends = attempt.Ledger.Bookings.SelectMany(booking => booking.Slots.Select(slot => slot.End).Concat(booking.Expires is { } expires ? [expires] : []));
        var from = Waiting.FirstIn(ends.Where(end => end > now), at => !Beyond(attempt, at).Any());
        return beyond.Select(stretch => Why.Because($"More bookings stand in {stretch}.").CuredBy(Remedy.Do("Move or release bookings first")))
            .Select(why => from is { } instant ? why.CuredFrom(instant) : why);
    }

    public static Why OfAnother(BookingAttempt attempt)
    {
        var why = Why.Because($"The bookings of {attempt.Command.Whose} are {attempt.Owner}'s{(attempt.Facts.Roles is null ? ", and it is not known who is a steward" : string.Empty)}.")
            .CuredBy(Remedy.Do($"Have {attempt.Owner} do it"), Remedy.Ask(BookingNeeds.Stewards, $"Ask someone who is {BookingNeeds.Stewards}"));
        return attempt.Command is HoldSlots && attempt.Wanted.Count > 0 && attempt.FreeFrom(at => !attempt.Own.Any(booking => booking.Stands(at))) is { } gone ? why.CuredFrom(gone) : why;
    }

    private static Why Cured(BookingAttempt attempt, Instant? freeFrom, Why why)
    {
        var cured = why.CuredBy(Suggestion(attempt));
        return freeFrom is { } instant ? cured.CuredFrom(instant) : cured;
    }

    /// <summary>The earliest slot that would do, when one slot is asked for.</summary>
    private static Remedy Suggestion(BookingAttempt attempt) => attempt.Wanted is [var only] && Earliest(attempt, only.Length) is { } slot
        ? Remedy.Do($"Take the earliest slot that has a place, {slot}")
        : Remedy.Do("Name other slots");

    private static Slot? Earliest(BookingAttempt attempt, Duration length)
    {
        var now = attempt.Stamp.At;
        return attempt.IsOfCalendar
            ? attempt.Facts.Calendar!.EarliestSlot(new SlotRequest(attempt.Question!, new Effort(Duration.Zero, length, Duration.Zero), now, now + ChangeCalendar.OrdinaryHorizon) { Taken = attempt.Taken(now) }).Slot
            : CrowdedStretches.FirstClear(attempt.Full(now), length, now);
    }
}
