using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Emergencies;

/// <summary>A desk dies between two steps of breaking glass or of paying; whoever looks next makes up for it (S-33, S-34).</summary>
public sealed class CrashTests
{
    private static readonly ChangeId One = Ward.Id(1);
    private static readonly ChangeId Two = Ward.Id(2);

    private readonly InMemoryEventStore _store = new();
    private readonly Ward _ward = new();

    [Fact]
    public async Task A_use_that_was_entered_but_not_taken_up_counts_until_its_change_goes_on_without_it()
    {
        await Proposed();
        await Dies(One, new ConfirmBreakGlass(), "change", 1, isAfter: false);
        (await _ward.Refusals(_store, Two, new ConfirmBreakGlass(), Ward.Quinn)).Should().Equal("change.emergency.break-glass-used-up");

        (await _ward.Refusals(_store, One, new AnnotateChange("still whole"), Ward.Rita)).Should().BeEmpty();

        (await _ward.Refusals(_store, Two, new ConfirmBreakGlass(), Ward.Quinn, "again")).Should().BeEmpty();
        (await Ward.Broken(_store, One, Two)).Should().Be(1);
    }

    [Fact]
    public async Task Who_sends_the_command_again_finds_the_use_still_there()
    {
        await Proposed();
        await Dies(One, new ConfirmBreakGlass(), "change", 1, isAfter: false);

        (await _ward.Refusals(_store, One, new ConfirmBreakGlass(), Ward.Quinn, "dies")).Should().BeEmpty();
        await Only(One);
    }

    [Theory]
    [InlineData("emergencies", 1, false)]
    [InlineData("emergencies", 1, true)]
    [InlineData("change", 1, true)]
    [InlineData("emergencies", 2, false)]
    [InlineData("emergencies", 2, true)]
    public async Task Whatever_step_breaks_the_ledger_is_in_line_with_the_histories_once_somebody_looks(string kind, int call, bool isAfter)
    {
        await Proposed();
        await Dies(One, new ConfirmBreakGlass(), kind, call, isAfter);
        var broken = await Ward.Broken(_store, One);

        var told = await _ward.Refusals(_store, Two, new ConfirmBreakGlass(), Ward.Quinn);

        told.Should().HaveCount(broken == 1 || isAfter ? 1 : 0);
        (await Ward.Broken(_store, One, Two)).Should().BeLessThanOrEqualTo(1);
        await _ward.Refusals(_store, One, new AnnotateChange("looked at it"), Ward.Rita);
        await Only(broken == 1 ? [One] : isAfter ? [] : [Two]);
    }

    [Fact]
    public async Task A_debt_that_was_paid_but_not_noted_is_not_held_against_anybody()
    {
        var ward = new Ward { Terms = Ward.TermsOf(9) };
        await ward.Propose(_store, One);
        await World.Must(ward.Desk(_store), One, "break", new ConfirmBreakGlass(), Ward.Quinn);
        await ward.Ratify(_store, One);
        await Dies(One, new ReviewChange(ReviewOutcome.Successful), "change", 1, isAfter: true);
        (await Ward.LedgerIn(_store)).Debtors().Should().Equal(One);

        ward.Now += Duration(8);
        await ward.Vote(_store, Two, 2);

        (await ward.Refusals(_store, Two, new AuthorizeChange(), Ward.Rita)).Should().BeEmpty("the history of CHG-1 says that it is paid");
        (await Ward.LedgerIn(_store)).Debtors().Should().BeEmpty();
    }

    [Fact]
    public async Task A_start_whose_entry_was_lost_is_found_by_the_next_look_at_the_change()
    {
        var other = new InMemoryEventStore();
        await _ward.Propose(other, One);
        await World.Must(_ward.Desk(other), One, "break", new ConfirmBreakGlass(), Ward.Quinn);
        var bare = await (await Snapshot.Of(other, Ward.StreamOf(One))).Restored();

        await _ward.Refusals(bare, One, new AnnotateChange("looked at it"), Ward.Rita);

        (await Ward.LedgerIn(bare)).Started.Should().BeEquivalentTo((await Ward.LedgerIn(other)).Started, options => options.Excluding(entry => entry.Command).Excluding(entry => entry.Version));
    }

    [Fact]
    public async Task Asking_sees_what_doing_would_bring_in_line_and_writes_nothing()
    {
        await Proposed();
        await Dies(One, new ConfirmBreakGlass(), "change", 1, isAfter: false);
        await _ward.Desk(new FaultyStore(_store, 2, isAfter: false) { Kind = "emergencies" }).HandleAsync(One, new AnnotateChange("still whole"), Ward.Rita, new CommandId("note"));
        var before = await World.Records(_store, Ward.Ledger);

        var asked = await _ward.Desk(_store).ExplainAsync(Two, new ConfirmBreakGlass(), Ward.Quinn, new CommandId("ask"));

        asked.Refusals.Should().BeEmpty();
        (await World.Records(_store, Ward.Ledger)).Should().Equal(before);
    }

    private static NodaTime.Duration Duration(int days) => NodaTime.Duration.FromDays(days);

    private async Task Proposed()
    {
        await _ward.Propose(_store, One);
        await _ward.Propose(_store, Two);
    }

    private async Task Only(params ChangeId[] started)
    {
        var ledger = await Ward.LedgerIn(_store);
        ledger.Started.Select(entry => entry.Change).Should().Equal(started);
        ledger.Pending.Should().BeEmpty();
        (await Ward.AreIntact(_store, One, Two)).Should().BeTrue();
    }

    private async Task Dies(ChangeId id, ChangeCommand command, string kind, int call, bool isAfter)
    {
        var desk = _ward.Desk(new FaultyStore(_store, call, isAfter) { Kind = kind });
        await FluentActions.Awaiting(() => desk.HandleAsync(id, command, Ward.Quinn, new CommandId("dies")).AsTask()).Should().ThrowAsync<IOException>();
    }
}
