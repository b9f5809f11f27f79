using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Boards;

/// <summary>Meetings at their desk: what a board decides stands in the meeting and in the change, or in neither (S-22).</summary>
public sealed class MeetingDeskTests
{
    private readonly Chamber _chamber = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task What_the_board_decides_is_recorded_with_the_change_and_lets_it_be_authorized()
    {
        await _chamber.Sit(_store);

        var outcome = await _chamber.Meetings(_store).HandleAsync(Chamber.Id, await _chamber.Decide(_store, World.One), Chamber.Secretary, new CommandId("decide"));

        outcome.Refusals.Should().BeEmpty();
        outcome.Events.Select(happened => happened.GetType()).Should().Equal(typeof(ItemRuled), typeof(RulingEntered));
        outcome.Subject!.ItemOf(World.One)!.IsSettled.Should().BeTrue();
        outcome.Version.Should().Be(outcome.Subject.Version);
        await _chamber.Agree(_store);
        (await World.Must(_chamber.Changes(_store), World.One, "authorize", new AuthorizeChange(), World.Otto)).Status.Should().Be(ChangeStates.Approved);
    }

    [Fact]
    public async Task A_refusal_of_the_change_is_the_answer_with_every_reason_and_nothing_is_recorded()
    {
        await _chamber.Sit(_store);
        await _chamber.Must(_store, new RecordDeparture([World.Ann.Id, World.Bob.Id]));
        var (meeting, change) = (await World.Records(_store, Chamber.Stream), await World.Records(_store, World.StreamOf(World.One)));
        _chamber.Book = _chamber.Book with { Policy = new ApprovalPolicy(new PolicyId("p"), 2, [new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Person(World.Eve.Id))]) };

        (await _chamber.Told(_store, await _chamber.Decide(_store, World.One), Chamber.Secretary, new CommandId("decide")))
            .Should().Be("change.authorization.board-not-asked change.authorization.board-not-in-turn change.authorization.board-quorum-missing");

        (await World.Records(_store, Chamber.Stream)).Should().Equal(meeting);
        (await World.Records(_store, World.StreamOf(World.One))).Should().Equal(change);
    }

    [Fact]
    public async Task A_recorder_with_a_hand_in_the_change_does_not_record_it()
    {
        await _chamber.Sit(_store);
        var directory = _chamber.Book.Directory!;
        _chamber.Book = _chamber.Book with { Directory = directory with { Memberships = directory.Memberships.With(new Membership(Chamber.Cab.Recorders, [World.Dan.Id])) } };

        (await _chamber.Told(_store, await _chamber.Decide(_store, World.One), World.Dan, new CommandId("decide"))).Should().Be("change.authorization.decider-contributed");
        (await Chamber.Events(_store)).Should().NotContain(happened => happened is ItemRuled);
    }

    [Fact]
    public async Task A_change_that_was_amended_since_is_decided_once_it_is_on_the_agenda_as_it_is()
    {
        await _chamber.Sit(_store);
        var stale = await _chamber.Decide(_store, World.One);
        await World.Must(_chamber.Changes(_store), World.One, "amend", new AmendChange(World.Work with { TestPlan = ChangePlan.Of("another"), AcceptableTimes = [new(World.Opening, World.Opening + Duration.FromDays(60))] }), World.Person("dora"));

        (await _chamber.Told(_store, stale, Chamber.Secretary, new CommandId("stale"))).Should().Be("lifecycle.transition.undefined");
        await World.Must(_chamber.Changes(_store), World.One, "assess again", new AssessChange(Grade.Low, Grade.Low, "small", []), World.Dan);
        (await _chamber.Told(_store, stale, Chamber.Secretary, new CommandId("stale"))).Should().Be("change.authorization.vote-sees-other-content");
        await _chamber.Must(_store, await _chamber.Agenda(_store));
        await _chamber.Must(_store, await _chamber.Decide(_store, World.One));
        await _chamber.Agree(_store);
    }

    [Fact]
    public async Task Asking_equals_doing_and_writes_nothing()
    {
        await _chamber.Sit(_store);
        var (decide, before) = (await _chamber.Decide(_store, World.One), await World.Records(_store, Chamber.Stream));
        foreach (var isQuorate in (bool[])[true, false])
        {
            var asked = await _chamber.Meetings(_store).ExplainAsync(Chamber.Id, decide, Chamber.Secretary, new CommandId("asked"));
            asked.IsAccepted.Should().Be(isQuorate);
            (await World.Records(_store, Chamber.Stream)).Should().Equal(before);
            (await World.Records(_store, World.StreamOf(World.One))).Should().HaveCount(3);
            if (!isQuorate)
            {
                Chamber.Word(asked).Should().Be(await _chamber.Told(_store, decide, Chamber.Secretary, new CommandId("done")));
            }

            await _chamber.Must(_store, new RecordDeparture(isQuorate ? [World.Ann.Id, World.Bob.Id] : [World.Cid.Id]));
            before = await World.Records(_store, Chamber.Stream);
        }
    }

    [Fact]
    public async Task The_same_again_is_the_same_act_and_with_other_content_it_is_refused()
    {
        await _chamber.Sit(_store);
        var (decide, command) = (await _chamber.Decide(_store, World.One), new CommandId("decide"));
        await _chamber.Told(_store, decide, Chamber.Secretary, command);
        var records = await World.Records(_store, Chamber.Stream);

        (await _chamber.Told(_store, decide, Chamber.Secretary, command)).Should().Be("accepted");
        (await _chamber.Told(_store, decide with { Choice = VoteChoice.Reject }, Chamber.Secretary, command)).Should().Be("meeting.request.command-id-reused");
        (await World.Records(_store, Chamber.Stream)).Should().Equal(records);
        await _chamber.Agree(_store);
    }

    [Fact]
    public async Task Each_item_of_many_is_decided_on_its_own_and_the_same_again_is_the_same_acts()
    {
        await _chamber.Sit(_store);
        DecideItem[] items = [await _chamber.Decide(_store, World.One), (await _chamber.Decide(_store, World.Two)) with { Seen = Digest.Zero }];

        (await DecideEach(items)).Should().Equal("accepted", "change.authorization.vote-sees-other-content meeting.item.other-content");
        (await DecideEach(items)).Should().Equal("accepted", "change.authorization.vote-sees-other-content meeting.item.other-content");
        await _chamber.Agree(_store);
    }

    [Fact]
    public async Task An_item_is_put_off_to_a_meeting_that_was_planned_and_to_no_other()
    {
        await _chamber.Sit(_store);
        (await _chamber.Told(_store, new DeferItem(World.One, "why", Chamber.Later), Chamber.Secretary, new CommandId("early"))).Should().Be("meeting.deferral.no-such-meeting");

        await _chamber.Must(_store, new PlanMeeting(Chamber.Later, Chamber.Cab.Id, World.Night(7)), Chamber.Chair, Chamber.Later);
        await _chamber.Must(_store, new DeferItem(World.One, "why", Chamber.Later));
    }

    [Fact]
    public async Task From_the_plan_to_the_minutes_at_the_desk()
    {
        await _chamber.Sit(_store);
        await _chamber.Must(_store, await _chamber.Decide(_store, World.One));
        await _chamber.Must(_store, new DeferItem(World.Two, "no time left"));
        await _chamber.Must(_store, new AdjournMeeting());
        var minutes = (await _chamber.Meetings(_store).MinutesAsync(Chamber.Id))!;
        await _chamber.Must(_store, new ApproveMinutes(minutes.Digest), Chamber.Chair);

        var approved = (await _chamber.Meetings(_store).MinutesAsync(Chamber.Id))!;
        approved.Should().Be(minutes with { Approval = new MinutesApproval(Chamber.Chair, _chamber.Now) });
        MeetingJson.ReadMinutes(MeetingJson.Write(approved)).Should().Be(approved);
        (await _chamber.Meetings(_store).MinutesAsync(Chamber.Later)).Should().BeNull();
        HashChain.Verify(Chamber.Stream, await World.Records(_store, Chamber.Stream)).IsIntact.Should().BeTrue();
    }

    [Fact]
    public async Task An_ECAB_that_is_convened_at_short_notice_decides_on_an_emergency()
    {
        var work = World.Work with { Incident = new IncidentId("INC-1"), AcceptableTimes = [new(World.Opening, World.Opening + Duration.FromDays(60))] };
        await World.Must(_chamber.Changes(_store), World.One, "open", new OpenChange(World.One, "emergency", work), World.Person("dora"));
        var change = await World.Must(_chamber.Changes(_store), World.One, "submit", new SubmitChange(), World.Person("dora"));
        var meeting = await _chamber.Must(_store, new PlanMeeting(Chamber.Id, Chamber.Ecab.Id, new(World.Opening, World.Opening + Duration.FromMinutes(20))));
        var facts = new ChangeFacts(new Stamp(_chamber.Now, Chamber.Secretary, new CommandId("agenda")), ChangeModelCatalog.BuiltIn) { Directory = _chamber.Book.Directory, Policy = _chamber.Book.Policy };
        var agenda = BoardAgenda.Of(meeting.Terms, [change], facts, PriorityTable.Plain);
        await _chamber.Must(_store, new SetMeetingAgenda(MeetingAgenda.Of(agenda)));
        (await _chamber.Told(_store, new OpenMeeting([World.Eve.Id]), Chamber.Chair, new CommandId("wrong board"))).Should().Be("meeting.recorder.not-eligible");
        await _chamber.Must(_store, new OpenMeeting([World.Eve.Id]));
        await _chamber.Must(_store, await _chamber.Decide(_store, World.One));

        await _chamber.Agree(_store);
        (await World.Must(_chamber.Changes(_store), World.One, "authorize", new AuthorizeChange(), World.Otto)).Status.Should().Be(ChangeStates.Approved);
    }

    private async Task<List<string>> DecideEach(DecideItem[] items)
    {
        var told = new List<string>();
        await foreach (var (_, outcome) in _chamber.Meetings(_store).DecideEachAsync(Chamber.Id, items, Chamber.Secretary, new CommandId("all")))
        {
            told.Add(Chamber.Word(outcome));
        }

        return told;
    }
}
