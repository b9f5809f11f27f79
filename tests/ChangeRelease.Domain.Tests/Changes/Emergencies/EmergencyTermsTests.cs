using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Emergencies;

/// <summary>Terms that mean something, debts to the microsecond, and a ledger that reads back what it wrote.</summary>
public sealed class EmergencyTermsTests
{
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public void Terms_that_could_never_be_kept_are_not_taken()
    {
        FluentActions.Invoking(() => new EmergencyTerms(Grade.High, -1, Day, Day, Day, Day)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new EmergencyTerms((Grade)9, 1, Day, Day, Day, Day)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new EmergencyTerms(Grade.High, 1, Day, Day, Day, Day) { WhenOverdue = (OverdueDebtRule)2 }).Should().Throw<ArgumentOutOfRangeException>();
        for (var place = 0; place < 4; place++)
        {
            foreach (var bad in (Duration[])[Duration.Zero, -Day, 3_660 * Day + Duration.Epsilon])
            {
                var terms = Enumerable.Range(0, 4).Select(at => at == place ? bad : Day).ToList();
                FluentActions.Invoking(() => new EmergencyTerms(Grade.High, 1, terms[0], terms[1], terms[2], terms[3])).Should().Throw<ArgumentOutOfRangeException>();
            }
        }
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_part_is_overdue_from_its_instant_on(int microseconds, bool isOverdue)
    {
        var due = Instant.FromUtc(2026, 11, 2, 8, 0);
        var debt = new EmergencyDebt(due, due + Day);

        debt.IsOverdue(DebtPart.Ratification, due + (microseconds * Duration.FromNanoseconds(1_000))).Should().Be(isOverdue);
        debt.IsOverdue(DebtPart.Review, due + Day + (microseconds * Duration.FromNanoseconds(1_000))).Should().Be(isOverdue);
    }

    [Fact]
    public void What_the_ledger_writes_it_reads_back()
    {
        var stamp = new Stamp(Instant.FromUtc(2026, 11, 2, 8, 0), Actor.Service(new ActorId("bot"), null), new CommandId("c"));
        var entry = new EmergencyEntry(new ChangeId("CHG-1"), new CommandId("c"), 3, stamp.At, true, [new ServiceId("payments")], new EmergencyDebt(stamp.At, stamp.At + Day), [DebtPart.Review]);
        EmergencyLedgerEvent[] all = [new EmergencyEntered(stamp, entry), new EmergencyTakenUp(stamp, entry), new EmergencyLetGo(stamp, entry.Change, 4), new EmergencyDebtMarked(stamp, entry.Change, 5, [])];

        all.Select(happened => EmergencyLedgerJson.ReadEvent(EmergencyLedgerJson.Write(happened))).Should().Equal(all);
        all.Select(EmergencyLedgerJson.TypeOf).Should().Equal("emergency-entered", "emergency-taken-up", "emergency-let-go", "emergency-debt-marked");
        FluentActions.Invoking(() => EmergencyLedgerJson.ReadEvent("null"u8)).Should().Throw<System.Text.Json.JsonException>();
        FluentActions.Invoking(() => EmergencyLedgerJson.ReadEvent("""{"type":"emergency-let-go"}"""u8)).Should().Throw<System.Text.Json.JsonException>();
    }
}
