using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>Templates and the changes under them, from the first proposal to the last sweep (S-30, S-31).</summary>
public sealed class TemplateDeskTests
{
    private static readonly ChangeId One = new("CHG-1");
    private static readonly ChangeId Two = new("CHG-2");
    private static readonly ChangeId Three = new("CHG-3");

    private readonly Firm _firm = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_pre_approval_that_lapsed_fell_back()
    {
        await _firm.Publish(_store);
        await _firm.Submit(_store, One);
        await _firm.Must(_store, One, new ScheduleChange(Night(20)), Firm.Otto);
        await _firm.Submit(_store, Two);
        await _firm.Start(_store, Two);

        await _firm.Must(_store, new SuspendTemplate("payments did not come back"), Firm.Rita);
        (await _firm.Told(_store, Three, new OpenChange(Three, "pre-approved", Firm.Work), Firm.Rita)).Should().Be("accepted");
        (await _firm.Told(_store, Three, new SubmitChange(), Firm.Rita)).Should().Be("suspended");
        _firm.Now = Night(20).Start + Duration.FromMinutes(1);
        (await _firm.Told(_store, One, new StartChange(), Firm.Otto)).Should().Be("suspended");

        var swept = await Sweep();
        swept.Select(entry => (entry.Id, entry.Told)).Should().Equal((One, "fell back"), (Two, "lifecycle.transition.undefined"));

        var fallen = (await _firm.Changes(_store).FindAsync(One))!;
        (fallen.Model.Id, fallen.Status, fallen.Slots.Count, fallen.Pin).Should().Be(("normal", ChangeStates.Assessing, 0, null));
        (await Firm.Template(_store)).Uses.Select(use => use.Change).Should().Equal(Two);
        (await _firm.Told(_store, Two, new CompleteChange(), Firm.Otto)).Should().Be("accepted", "what is being made goes on");

        await _firm.Must(_store, One, new AssessChange(Grade.Low, Grade.Low, "small", []), Firm.Dan);
        await _firm.Must(_store, One, new VoteOnChange(Domain.Approvals.VoteChoice.Approve, (await _firm.Changes(_store).FindAsync(One))!.Digest), Firm.Ann);
        await _firm.Must(_store, One, new VoteOnChange(Domain.Approvals.VoteChoice.Approve, (await _firm.Changes(_store).FindAsync(One))!.Digest), Firm.Bob);
        (await _firm.Must(_store, One, new AuthorizeChange(), Firm.Otto)).Status.Should().Be(ChangeStates.Approved);
        await AreIntact(One, Two, Three);
    }

    [Fact]
    public async Task A_sweep_leaves_alone_what_still_holds_and_does_nothing_twice()
    {
        await _firm.Publish(_store);
        await _firm.Submit(_store, One);
        await _firm.Submit(_store, Two);
        (await Sweep()).Select(entry => entry.Told).Should().Equal("change.template.still-stands", "change.template.still-stands");

        _firm.Now += Duration.FromDays(30);
        (await Sweep()).Select(entry => entry.Told).Should().Equal("fell back", "fell back");
        (await Sweep()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_sweep_of_what_is_no_template_finds_nothing() => (await Sweep()).Should().BeEmpty();

    [Fact]
    public async Task A_use_is_taken_at_submit_and_returned_on_cancel()
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = 1 });
        await _firm.Submit(_store, One);
        await _firm.Open(_store, Two);
        (await _firm.Told(_store, Two, new SubmitChange(), Firm.Rita)).Should().Be("change.template.used-up");
        (await Firm.Template(_store)).Uses.Should().ContainSingle().Which.Should().Be(new TemplateUse(One, 1, 2, null));

        await _firm.Must(_store, One, new CancelChange("no need"), Firm.Rita);

        (await Firm.Template(_store)).Uses.Should().BeEmpty();
        (await _firm.Told(_store, Two, new SubmitChange(), Firm.Rita)).Should().Be("accepted");
    }

    [Fact]
    public async Task A_use_is_returned_when_a_change_falls_back_or_is_revised()
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = 1 });
        await _firm.Submit(_store, One, "standard");
        await _firm.Must(_store, One, new RejectChange("not now"), Firm.Ann);
        (await Firm.Template(_store)).Uses.Should().ContainSingle("a rejected change may still be revised");
        await _firm.Must(_store, One, new ReviseChange(), Firm.Rita);
        (await Firm.Template(_store)).Uses.Should().BeEmpty();
        await _firm.Must(_store, One, new SubmitChange(), Firm.Rita);
        await _firm.Must(_store, new RetireTemplate("enough"), Firm.Rita);

        await _firm.Must(_store, One, new FallBackToNormal("retired"), Firm.Rita);

        (await Firm.Template(_store)).Uses.Should().BeEmpty();
    }

    [Fact]
    public async Task An_edit_beyond_the_template_leaves_it_and_returns_the_use()
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = 1 });
        await _firm.Submit(_store, One);

        await _firm.Must(_store, One, new AmendChange(Firm.Work with { ImplementationPlan = ChangePlan.Of("restart twice") }), Firm.Rita);

        var change = (await _firm.Changes(_store).FindAsync(One))!;
        (change.Model.Id, change.Status, change.Pin).Should().Be(("normal", ChangeStates.Assessing, null));
        (await Firm.Template(_store)).Uses.Should().BeEmpty();
    }

    [Fact]
    public async Task A_spent_use_does_not_come_back_and_results_count()
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = 2 });
        await _firm.Submit(_store, One);
        await _firm.Finish(_store, One, ReviewOutcome.Successful);
        await _firm.Submit(_store, Two);

        var version = (await Firm.Template(_store)).InForce!;
        (version.Spent, version.ExhaustedBy).Should().Be((1, null));
        version.Latest.Should().Equal(new TemplateResult(One, false, null));
        await _firm.Open(_store, Three);
        (await _firm.Told(_store, Three, new SubmitChange(), Firm.Rita)).Should().Be("change.template.used-up");
    }

    [Theory]
    [InlineData(ReviewOutcome.Failed, null, ReviewOutcome.BackedOut, null)]
    [InlineData(ReviewOutcome.Successful, Grade.High, null, null)]
    public async Task A_template_whose_budget_is_exhausted_authorizes_no_longer_until_it_is_published_anew(ReviewOutcome first, Grade? incident, ReviewOutcome? second, Grade? incidentOfSecond)
    {
        await _firm.Publish(_store);
        await _firm.Submit(_store, Three);
        await _firm.Submit(_store, One);
        await _firm.Finish(_store, One, first, incident);
        if (second is { } outcome)
        {
            (await Firm.Template(_store)).InForce!.ExhaustedBy.Should().BeNull();
            await _firm.Submit(_store, Two);
            await _firm.Finish(_store, Two, outcome, incidentOfSecond);
        }

        (await Firm.Template(_store)).InForce!.ExhaustedBy.Should().NotBeNull();
        (await _firm.Told(_store, Three, new ScheduleChange(Night(0)), Firm.Otto)).Should().Contain("budget-exhausted");
        await _firm.Must(_store, Three, new FallBackToNormal("too many failures"), Firm.Rita);

        await _firm.Publish(_store);
        var again = new ChangeId("CHG-4");
        (await _firm.Submit(_store, again)).Pin!.Number.Should().Be(2);
    }

    [Fact]
    public async Task A_change_in_flight_under_an_earlier_version_goes_on_only_if_the_later_one_lets_it()
    {
        await _firm.Publish(_store);
        await _firm.Submit(_store, One);
        await _firm.Publish(_store, Firm.Content with { EarlierVersions = EarlierVersions.GoOn, Services = [new ServiceId("ledger")] });
        await _firm.Must(_store, One, new ScheduleChange(Night(0)), Firm.Otto);

        await _firm.Publish(_store);

        (await _firm.Told(_store, One, new RescheduleChange(Night(1)), Firm.Otto)).Should().Be("superseded");
    }

    [Fact]
    public async Task Asking_tells_what_doing_would_and_writes_nothing()
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = 1 });
        await _firm.Submit(_store, One);
        await _firm.Open(_store, Two);
        var before = await World.Records(_store, Firm.Stream);

        var asked = await _firm.Changes(_store).ExplainAsync(Two, new SubmitChange(), Firm.Rita, new CommandId("asked"));
        var prospects = (await _firm.Changes(_store).AskAsync(Two, Firm.Rita))!.For(ChangeTriggers.Submit)!;

        asked.Refusals.Select(refusal => refusal.Code).Should().Equal("change.template.used-up");
        prospects.Refusals.Select(refusal => refusal.Code).Should().Equal("change.template.used-up");
        (await World.Records(_store, Firm.Stream)).Should().Equal(before);
        (await _firm.Templates(_store).AskAsync(Firm.Restart, Firm.Otto))!.Available.Select(prospect => prospect.Trigger.Value).Should().Contain("Suspend").And.NotContain("Publish");
    }

    [Fact]
    public async Task The_same_submit_sent_twice_takes_one_use()
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = 3 });
        await _firm.Open(_store, One);
        for (var time = 0; time < 3; time++)
        {
            (await _firm.Changes(_store).HandleAsync(One, new SubmitChange(), Firm.Rita, new CommandId("again"))).IsAccepted.Should().BeTrue();
        }

        (await Firm.Template(_store)).Uses.Should().ContainSingle();
        (await Firm.Events(_store)).OfType<TemplateUseHeld>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_template_kept_elsewhere_is_asked_of_the_host_and_its_uses_are_not_counted_here()
    {
        var elsewhere = new TemplateStanding(Firm.Restart, 7, true, null, null, Firm.Work.Services, Firm.Work.Environments);
        var desk = new ChangeDesk(_store, new FactBook { Templates = [elsewhere] }, _firm, new DeskSettings(World.Tenant));
        await desk.HandleAsync(One, new OpenChange(One, "pre-approved", Firm.Work), Firm.Rita, new CommandId("open"));

        var submitted = await desk.HandleAsync(One, new SubmitChange(), Firm.Rita, new CommandId("submit"));

        submitted.Subject!.Pin.Should().Be(new TemplatePin(Firm.Restart, 7));
        (await World.Records(_store, Firm.Stream)).Should().BeEmpty();
    }

    private static Domain.Calendars.Slot Night(int days) => World.Night(days);

    private async Task<List<(ChangeId Id, string Told)>> Sweep()
    {
        var swept = new List<(ChangeId, string)>();
        await foreach (var (id, outcome) in _firm.Changes(_store).SweepTemplateAsync(Firm.Restart, "swept", Firm.Otto, _firm.Next()))
        {
            swept.Add((id, outcome.IsAccepted ? "fell back" : outcome.Refusals.Single().Code));
        }

        return swept;
    }

    private async Task AreIntact(params ChangeId[] ids)
    {
        foreach (var stream in ids.Select(Firm.StreamOf).Append(Firm.Stream))
        {
            HashChain.Verify(stream, await World.Records(_store, stream)).IsIntact.Should().BeTrue();
        }
    }
}
