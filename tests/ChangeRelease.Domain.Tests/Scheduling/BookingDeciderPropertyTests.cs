using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>Random commands on a ledger, decided by the library and by a naive one (S-3, S-5, S-51).</summary>
public sealed class BookingDeciderPropertyTests(ITestOutputHelper output)
{
    private const int Seed = 76_077;
    private const int Lives = 1_000;
    private const int Steps = 60;

    private static readonly LedgerKey Ledger = LedgerKey.Of(new EnvironmentId("production"));
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);

    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    [Fact]
    public void Every_command_is_decided_as_a_naive_ledger_decides_it_and_the_capacity_is_never_exceeded()
    {
        for (var life = 0; life < Lives; life++)
        {
            Live(new Random(Seed + life));
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {string.Join(", ", _told.OrderBy(told => told.Key, StringComparer.Ordinal).Select(told => FormattableString.Invariant($"{told.Value} {told.Key}")))}"));
        string[] known =
        [
            "done", "nothing", "cured by time", "cured by no time", "done HoldSlots", "done ConfirmBooking", "done MoveBooking", "done ReleaseBooking", "done ReleaseHolder", "done ExpireBookings", "done DeclareCapacity", "move of a confirmed one",
            "booking.request.command-id-reused", "booking.request.not-standing", "booking.holder.of-another", "booking.slot.missing", "booking.slot.past", "booking.slot.out-of-order", "booking.capacity.undeclared",
            "booking.ledger.full", "booking.directory.missing", "booking.capacity.not-a-steward", "booking.capacity.exceeded",
        ];
        known.Should().AllSatisfy(kind => _told.GetValueOrDefault(kind).Should().BeGreaterThan(40, kind));
    }

    private void Live(Random dice)
    {
        var (now, ledger, naive, throws) = (NaiveLedger.Opening, BookingLedger.Empty, new NaiveLedger(), new BookingDice(dice));
        for (var step = 0; step < Steps; step++)
        {
            now += Duration.FromMinutes(dice.Next(4)) + (dice.Next(10) == 0 ? Duration.FromMinutes(30) : Duration.Zero);
            var isFirst = step == 0 && dice.Next(10) > 0;
            BookingCommand command = isFirst ? new DeclareCapacity(dice.Next(1, 3)) : throws.Next([.. naive.StandingAt(now)], NaiveLedger.Hours - 4);
            var id = new CommandId(FormattableString.Invariant($"c{(dice.Next(12) == 0 ? dice.Next(step + 1) : step)}"));
            var (actor, isKnown) = (isFirst || (command is DeclareCapacity && dice.Next(2) == 0) ? BookingDice.Sue : throws.Who(), isFirst || dice.Next(8) > 0);
            var facts = Facts(now, actor, id, isKnown);
            var decision = BookingDecider.Decide(ledger, command, facts);

            Cures(ledger, command, decision, facts);
            var wasConfirmed = command is MoveBooking move && naive.StandingAt(now).Any(entry => entry.Holder == move.Holder && entry.Name == move.Booking && entry.Expires is null);
            var told = Told(decision);
            told.Should().Be(naive.Tell(command, id, actor, now, isKnown ? actor == BookingDice.Sue : null), "{0} by {1} at {2}", command, actor, now);
            ledger = decision.Events.Aggregate(ledger, BookingLedger.Fold);

            Same(ledger, naive, now);
            Array.ForEach(told.Split(' '), Count);
            Count(told == "done" ? $"done {command.GetType().Name}" : "not done");
            Count(told == "done" && wasConfirmed ? "move of a confirmed one" : "another");
        }
    }

    /// <summary>What time alone cures is cured then, and not a microsecond before; asked in the world as it is, were nothing done until then (S-3).</summary>
    private void Cures(BookingLedger ledger, BookingCommand command, Decision<BookingEvent> decision, BookingFacts facts)
    {
        foreach (var refusal in decision.Refusals.Where(refusal => !refusal.IsUnjudged))
        {
            Count(refusal.Earliest is null ? "cured by no time" : "cured by time");
            if (refusal.Earliest is { } earliest)
            {
                Codes(earliest).Should().NotContain(refusal.Code, refusal.ToString());
                Codes(earliest - Microsecond).Should().Contain(refusal.Code, refusal.ToString());
            }
        }

        IEnumerable<string> Codes(Instant at) => BookingDecider.Decide(ledger, command, Facts(at, facts.Stamp.Actor, facts.Stamp.Command, facts.Roles is not null)).Refusals.Select(refusal => refusal.Code);
    }

    private static void Same(BookingLedger ledger, NaiveLedger naive, Instant now)
    {
        ledger.Standing(now).Select(booking => $"{booking.Holder} {booking.Command} {booking.Owner} {booking.Slots} {booking.Expires}")
            .Should().Equal(naive.StandingAt(now).Select(entry => $"{entry.Holder} {entry.Name} {entry.Owner} {entry.Slots.ToValueList()} {entry.Expires}"));
        ledger.Capacity.Should().Be(naive.Capacity);
        for (var hour = 0; hour < NaiveLedger.Hours; hour++)
        {
            var slot = NaiveLedger.Slot(hour, hour + 1);
            if (slot.End > now)
            {
                ledger.Standing(now).Sum(booking => booking.Slots.Count(slot.Overlaps)).Should().BeLessThanOrEqualTo(ledger.Capacity ?? 0);
            }
        }
    }

    private static BookingFacts Facts(Instant now, Actor actor, CommandId id, bool isKnown) =>
        new(new Stamp(now, actor, id), Ledger, NaiveLedger.HoldStands) { Roles = !isKnown ? null : actor == BookingDice.Sue ? [BookingNeeds.Stewards] : [] };

    private static string Told(Decision<BookingEvent> decision) => decision.IsAccepted
        ? decision.Events.Count > 0 ? "done" : "nothing"
        : string.Join(' ', decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private void Count(string kind) => _told[kind] = _told.GetValueOrDefault(kind) + 1;
}
