using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Emergencies;

/// <summary>What an emergency owes, from its start until it is paid (S-33).</summary>
public sealed class DebtTests
{
    private static readonly ChangeId One = Ward.Id(1);
    private static readonly ChangeId Two = Ward.Id(2);
    private static readonly Instant RatifyBy = Ward.Opening + Duration.FromDays(1);
    private static readonly Instant ReviewBy = Ward.Opening + Duration.FromDays(7);

    private readonly InMemoryEventStore _store = new();
    private readonly Ward _ward = new() { Terms = Ward.TermsOf(9) };

    [Fact]
    public async Task An_emergency_by_break_glass_owes_is_told_raises_the_next_quorum_and_pays()
    {
        await Broken(_ward);
        (await Ward.LedgerIn(_store)).Debtors().Should().Equal(One);

        _ward.Now = RatifyBy;
        await _ward.Vote(_store, Two, 2);
        (await _ward.Refusals(_store, Two, new AuthorizeChange(), Ward.Rita)).Should().Equal("change.authorization.approvals-missing");
        var escalated = await World.Must(_ward.Desk(_store), One, "sweep", new EscalateDebt(), Ward.Bot);
        escalated.Escalated.Should().Equal(DebtPart.Ratification);
        escalated.Status.Should().Be(ChangeStates.Implementing, "a flag, not an end");
        await World.Must(_ward.Desk(_store), Two, "third", new VoteOnChange(Domain.Approvals.VoteChoice.Approve, (await _ward.Desk(_store).FindAsync(Two))!.Digest), Ward.Board[2]);
        (await _ward.Refusals(_store, Two, new AuthorizeChange(), Ward.Rita, "three")).Should().BeEmpty();

        var ratified = await _ward.Ratify(_store, One);
        ratified.Owed.Should().Equal(DebtPart.Review);
        await _ward.Vote(_store, Ward.Id(3), 2);
        (await _ward.Refusals(_store, Ward.Id(3), new AuthorizeChange(), Ward.Rita)).Should().BeEmpty("the overdue part is paid, and the other is not due");

        await World.Must(_ward.Desk(_store), One, "review", new ReviewChange(ReviewOutcome.Successful), Ward.Rita);
        var closed = await World.Must(_ward.Desk(_store), One, "close", new CloseChange(), Ward.Rita);
        (closed.Owed, closed.Escalated).Should().Be(((ValueList<DebtPart>)[], (ValueList<DebtPart>)[DebtPart.Ratification]));
        (await _ward.Desk(_store).DebtorsAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1, "payments", true)]
    [InlineData(0, "payments", false)]
    [InlineData(0, "ledger", true)]
    public async Task A_debt_is_overdue_from_its_instant_on_for_the_services_it_is_of(int microseconds, string service, bool isAsBefore)
    {
        await Broken(_ward);
        _ward.Now = RatifyBy + (microseconds * Ward.Microsecond);
        await _ward.Vote(_store, Two, 2, service);

        (await _ward.Refusals(_store, Two, new AuthorizeChange(), Ward.Rita)).Should().HaveCount(isAsBefore ? 0 : 1);
    }

    [Fact]
    public async Task Terms_may_refuse_the_next_emergency_until_the_debt_is_paid()
    {
        var strict = new Ward { Terms = Ward.TermsOf(9, OverdueDebtRule.Refuses) };
        await Broken(strict);
        strict.Now = RatifyBy;
        await strict.Vote(_store, Two, 3);

        var refused = await strict.Desk(_store).HandleAsync(Two, new AuthorizeChange(), Ward.Rita, new CommandId("authorize"));
        refused.Refusals.Select(refusal => refusal.Code).Should().Equal("change.emergency.debts-refuse");
        refused.Refusals[0].Facts.Should().ContainSingle(fact => fact.Value.Contains("Ratification of CHG-1 since 2026-11-03T09:00:00Z"));

        await strict.Ratify(_store, One);
        (await strict.Refusals(_store, Two, new AuthorizeChange(), Ward.Rita, "again")).Should().BeEmpty();
    }

    [Fact]
    public async Task Glass_is_not_broken_for_a_service_that_has_overdue_debt()
    {
        await Broken(_ward);
        _ward.Now = RatifyBy - Ward.Microsecond;
        await _ward.Propose(_store, Two);
        _ward.Now = RatifyBy;

        (await _ward.Refusals(_store, Two, new ConfirmBreakGlass(), Ward.Quinn)).Should().Equal("change.emergency.debts-overdue");
    }

    [Fact]
    public async Task Who_escalates_too_early_is_told_the_earliest_instant_and_each_part_is_told_once()
    {
        await Broken(_ward);
        _ward.Now = RatifyBy - Ward.Microsecond;
        await Escalates("change.debt.not-overdue", RatifyBy);
        _ward.Now = RatifyBy;
        await Escalates(null, null);
        await Escalates("change.debt.not-overdue", ReviewBy);
        _ward.Now = ReviewBy;
        await Escalates(null, null);
        await Escalates("change.debt.nothing-to-escalate", null);
        (await _ward.Desk(_store).FindAsync(One))!.Escalated.Should().Equal(DebtPart.Ratification, DebtPart.Review);
    }

    [Fact]
    public async Task Both_parts_that_are_overdue_are_told_at_once()
    {
        await Broken(_ward);
        _ward.Now = ReviewBy;

        var outcome = await _ward.Desk(_store).HandleAsync(One, new EscalateDebt(), Ward.Bot, new CommandId("sweep"));

        outcome.Events.Should().ContainSingle().Which.Should().BeOfType<DebtEscalated>().Which.Parts.Should().Equal(DebtPart.Ratification, DebtPart.Review);
    }

    [Fact]
    public async Task A_sweep_is_decided_change_by_change_and_repeats_as_nothing()
    {
        await Broken(_ward);
        _ward.Now += Duration.FromHours(1);
        await _ward.Propose(_store, Two, "ledger");
        await World.Must(_ward.Desk(_store), Two, "break", new ConfirmBreakGlass(), Ward.Quinn);
        _ward.Now = RatifyBy;
        ChangeId[] ids = [.. await _ward.Desk(_store).DebtorsAsync(), Ward.Id(9)];
        var progress = new List<long>();

        var first = await Sweep(ids, new Steps(progress));
        var second = await Sweep(ids, null);

        first.Should().Equal((One, "1 event"), (Two, "change.debt.not-overdue"), (Ward.Id(9), "change.request.missing"));
        second.Should().Equal((One, "0 event"), (Two, "change.debt.not-overdue"), (Ward.Id(9), "change.request.missing"));
        progress.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Repudiating_pays_the_ratification_and_the_review_of_a_service_account_pays_nothing()
    {
        await Broken(_ward);
        await World.Must(_ward.Desk(_store), One, "complete", new CompleteChange(), Ward.Petra);
        (await World.Must(_ward.Desk(_store), One, "repudiate", new RepudiateChange("never again"), Ward.Board[0])).Owed.Should().Equal(DebtPart.Review);
        (await World.Must(_ward.Desk(_store), One, "by itself", new ReviewChange(ReviewOutcome.Successful), Ward.Bot)).Owed.Should().Equal(DebtPart.Review);
        (await World.Must(_ward.Desk(_store), One, "by a person", new ReviewChange(ReviewOutcome.Failed), Ward.Rita)).Owed.Should().BeEmpty();
        (await Ward.LedgerIn(_store)).Debtors().Should().BeEmpty();
    }

    [Fact]
    public async Task A_review_that_a_service_account_overwrites_is_owed_again()
    {
        await Broken(_ward);
        await _ward.Ratify(_store, One);
        await World.Must(_ward.Desk(_store), One, "by a person", new ReviewChange(ReviewOutcome.Successful), Ward.Rita);
        await World.Must(_ward.Desk(_store), One, "over it", new ReviewChange(ReviewOutcome.Successful), Ward.Bot);

        (await Ward.LedgerIn(_store)).Debtors().Should().Equal(One);
    }

    [Fact]
    public async Task What_is_no_emergency_never_reads_the_ledger()
    {
        var world = new World();
        await world.Bring(_store, World.One, World.Bob, World.Cid);
        await world.Schedule(_store, World.One, World.Night(0));
        world.Now = World.Night(0).Start + Duration.FromMinutes(1);
        var blind = new FaultyStore(_store, 1, isAfter: false) { Kind = "emergencies" };

        await World.Must(world.Changes(blind), World.One, "start", new StartChange(), World.Otto);

        blind.Calls.Should().Be(0);
        (await World.Records(_store, Ward.Ledger)).Should().BeEmpty();
    }

    private async Task Broken(Ward ward)
    {
        await ward.Propose(_store, One);
        await World.Must(ward.Desk(_store), One, "break", new ConfirmBreakGlass(), Ward.Quinn);
    }

    private async Task Escalates(string? code, Instant? earliest)
    {
        var outcome = await _ward.Desk(_store).HandleAsync(One, new EscalateDebt(), Ward.Bot, new CommandId(Guid.NewGuid().ToString()));
        outcome.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => (refusal.Code, refusal.Earliest)).Should().Equal(code is null ? [] : new[] { (code, earliest) });
    }

    private async Task<List<(ChangeId Id, string Told)>> Sweep(IEnumerable<ChangeId> ids, IProgress<long>? progress)
    {
        var told = new List<(ChangeId, string)>();
        await foreach (var (id, outcome) in _ward.Desk(_store).EscalateEachAsync(ids, Ward.Bot, new CommandId("sweep"), progress))
        {
            told.Add((id, outcome.IsAccepted ? FormattableString.Invariant($"{outcome.Events.Count} event") : outcome.Refusals.First(refusal => !refusal.IsUnjudged).Code));
        }

        return told;
    }

    private sealed class Steps(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
