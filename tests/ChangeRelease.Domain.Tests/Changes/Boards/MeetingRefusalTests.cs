using System.Reflection;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>Each thing that can be wrong with a command on a meeting is refused with its own code, and only with that (S-3, S-4).</summary>
public sealed class MeetingRefusalTests
{
    private static readonly ChangeId One = new("CHG-1");

    private static readonly Dictionary<string, Func<IEnumerable<Refusal>>> Wrong = new(StringComparer.Ordinal)
    {
        ["meeting.reason.missing"] = () => new Session().Ask(new CancelMeeting(" "), Session.Chair).Refusals,
        ["meeting.directory.missing"] = () => Planning(facts => facts with { Directory = null }),
        ["meeting.board.unknown"] = () => Planning(facts => facts with { Directory = Session.Directory with { Boards = [] } }),
        ["meeting.recorder.not-eligible"] = () => Planning(facts => facts, Cast.Members[0]),
        ["meeting.agenda.repeated"] = () => new Session() is var session ? session.Ask(new SetMeetingAgenda(session.Pinned with { Items = [.. session.Pinned.Items, session.Pinned.Items[0]] }), Session.Chair).Refusals : [],
        ["meeting.agenda.settled-changed"] = () => new Session().Go("Open", "Decide").Ask(new SetMeetingAgenda(MeetingAgenda.Empty), Session.Chair).Refusals,
        ["meeting.attendance.nobody"] = () => new Session().Go("Open").Ask(new RecordArrival([]), Session.Chair).Refusals,
        ["meeting.attendance.present-already"] = () => new Session().Go("Open").Ask(new RecordArrival([Session.Carla, Session.Anna]), Session.Chair).Refusals,
        ["meeting.attendance.not-present"] = () => new Session().Go("Open").Ask(new RecordDeparture([Session.Anna, Session.Carla]), Session.Chair).Refusals,
        ["meeting.item.not-listed"] = () => new Session().Go("Open").Ask(new DeferItem(new ChangeId("CHG-9"), "why"), Session.Chair).Refusals,
        ["meeting.item.taken"] = () => new Session().Go("Open", "Defer").Ask(new DeferItem(One, "again"), Session.Chair).Refusals,
        ["meeting.item.other-content"] = () => new Session().Go("Open").Ask(new DecideItem(One, VoteChoice.Approve, Digest.Zero), Session.Chair, Accepting).Refusals,
        ["meeting.item.answer-missing"] = () => new Session().Go("Open") is var session ? session.Ask(session.Decide(One), Session.Chair, facts => facts with { Answer = null }).Refusals : [],
        ["meeting.item.refused-by-change"] = () => new Session().Go("Open", "Depart") is var session ? session.Ask(session.Decide(One), Session.Chair).Refusals : [],
        ["meeting.deferral.no-such-meeting"] = () => new Session().Go("Open").Ask(new DeferItem(One, "why", Session.Next), Session.Chair, facts => facts with { Later = null }).Refusals,
        ["meeting.items.open"] = () => new Session().Go("Open", "Decide", "Defer").Ask(new AdjournMeeting(), Session.Chair).Refusals,
        ["meeting.minutes.approver-not-eligible"] = () => Approving(Cast.Rex),
        ["meeting.minutes.approver-recorded"] = () => Approving(Session.Secretary),
        ["meeting.minutes.other-seen"] = () => new Session().Go("Open", "Adjourn").Ask(new ApproveMinutes(Digest.Zero), Session.Chair).Refusals,
        ["meeting.request.missing"] = () => MeetingDecider.Decide(null, new AdjournMeeting(), Session.Facts(Session.Chair, Cast.Opening, "s")).Refusals,
        ["meeting.request.exists"] = () => new Session().Ask(new PlanMeeting(Session.Id, Cast.Cab.Id, Session.Hour), Session.Chair).Refusals,
        ["meeting.request.command-id-reused"] = () => MeetingDecider.Decide(new Session().Meeting, new CancelMeeting("why"), Session.Facts(Session.Chair, Cast.Opening, "m0")).Refusals,
        ["meeting.request.returned"] = Returned,
        ["meeting.time.backwards"] = () => MeetingDecider.Decide(new Session().Meeting, new CancelMeeting("why"), Session.Facts(Session.Chair, Cast.Opening - Duration.FromNanoseconds(1_000), "s")).Refusals,
        ["meeting.model.unknown"] = () => MeetingDecider.Decide(new Session().Meeting with { Model = MeetingModels.Ordinary.Lifecycle.Reference with { Id = "other" } }, new CancelMeeting("why"), Session.Facts(Session.Chair, Cast.Opening, "s")).Refusals,
    };

    public static TheoryData<string> Codes => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_wrong_is_refused_with_its_code_a_reason_and_a_cure(string code)
    {
        var judged = Wrong[code]().Where(refusal => !refusal.IsUnjudged).ToList();

        judged.Should().ContainSingle().Which.Code.Should().Be(code);
        judged[0].Explanation.Should().NotBeNullOrWhiteSpace();
        judged[0].Rule.Should().EndWith(".");
        judged[0].Remedies.Should().NotBeEmpty();
    }

    [Fact]
    public void Every_code_of_every_requirement_is_produced() => typeof(MeetingNeeds).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(property => ((Requirement<MeetingAttempt>)property.GetValue(null)!).Code)
        .Should().HaveCount(19).And.OnlyHaveUniqueItems().And.BeSubsetOf(Wrong.Keys);

    [Theory]
    [InlineData("SetAgenda")]
    [InlineData("Open")]
    [InlineData("Arrive")]
    [InlineData("Depart")]
    [InlineData("Decide")]
    [InlineData("Defer")]
    [InlineData("Adjourn")]
    [InlineData("Cancel")]
    public void Nobody_but_chair_and_secretary_records_and_without_board_or_directory_nobody_does(string trigger)
    {
        var session = trigger is "Open" or "Cancel" ? new Session().Go("SetAgenda") : trigger == "Adjourn" ? new Session().Go("Open", "Defer", "Defer", "Defer") : new Session().Go("Open");
        var command = session.Good(trigger).Command;

        Judged(session.Ask(command, Session.Chair)).Should().BeEmpty();
        Judged(session.Ask(command, Cast.Members[5])).Should().Contain("meeting.recorder.not-eligible");
        Judged(session.Ask(command, Actor.Service(new ActorId("stray"), null))).Should().Contain("meeting.recorder.not-eligible");
        Judged(session.Ask(command, Session.Chair, facts => facts with { Directory = null })).Should().Equal("meeting.directory.missing");
        Judged(session.Ask(command, Session.Chair, facts => facts with { Directory = Session.Directory with { Boards = [Cast.Cab, Cast.Cab] } })).Should().Equal("meeting.board.unknown");
    }

    [Theory]
    [InlineData(null, "cab", "Planned", false)]
    [InlineData("cab-2", "ecab", "Planned", false)]
    [InlineData("cab-3", "cab", "Planned", false)]
    [InlineData("cab-2", "cab", "InSession", false)]
    [InlineData("cab-2", "cab", "Planned", true)]
    public void An_item_is_put_off_to_a_meeting_of_the_same_board_that_is_yet_to_come(string? found, string board, string state, bool isAccepted)
    {
        var later = found is null ? null : Session.Planned(new MeetingId(found), new BoardId(board)) with { Status = state == "Planned" ? MeetingStates.Planned : MeetingStates.InSession };

        new Session().Go("Open").Ask(new DeferItem(One, "why", Session.Next), Session.Chair, facts => facts with { Later = later }).IsAccepted.Should().Be(isAccepted);
    }

    [Fact]
    public void An_item_is_not_put_off_to_the_meeting_itself()
    {
        var session = new Session().Go("Open");

        session.Ask(new DeferItem(One, "why", Session.Id), Session.Chair, facts => facts with { Later = session.Meeting with { Status = MeetingStates.Planned } }).IsAccepted.Should().BeFalse();
    }

    [Fact]
    public void The_answer_of_another_change_is_no_answer()
    {
        var session = new Session().Go("Open");
        var other = session.Known(session.Decide(new ChangeId("CHG-2")), Session.Chair).Answer;

        Judged(session.Ask(session.Decide(One), Session.Chair, facts => facts with { Answer = other })).Should().Equal("meeting.item.answer-missing");
    }

    [Fact]
    public void Every_reason_of_the_change_is_told_with_its_own_code_and_cures()
    {
        var session = new Session().Go("Open", "Depart");
        var answer = session.Known(session.Decide(One) with { Seen = Digest.Zero }, Session.Chair).Answer!;

        var told = session.Ask(session.Decide(One) with { Seen = Digest.Zero }, Session.Chair).Refusals.Where(refusal => refusal.Code == "meeting.item.refused-by-change").ToList();

        told.Select(refusal => refusal.Facts.First(fact => fact.Name == "refusal").Value).Should().Equal("change.authorization.vote-sees-other-content", "change.authorization.board-quorum-missing");
        told.Select(refusal => refusal.Explanation).Should().Equal(answer.Refusals.Select(refusal => refusal.Explanation));
        told.SelectMany(refusal => refusal.Remedies).Should().Equal(answer.Refusals.SelectMany(refusal => refusal.Remedies));
    }

    [Fact]
    public void The_same_command_again_takes_effect_once()
    {
        var session = new Session();
        var facts = Session.Facts(Session.Chair, Cast.Opening, "again");
        var first = MeetingDecider.Decide(session.Meeting, new CancelMeeting("why"), facts).Events.Single();

        MeetingDecider.Decide(BoardMeeting.Fold(session.Meeting, first), new CancelMeeting("why"), facts).Should().Be(Decision.Accept<MeetingEvent>());
    }

    [Fact]
    public void A_model_whose_rows_leave_it_does_not_build() =>
        FluentActions.Invoking(() => MeetingModel.Define("leaving", 1, table => table
                .StartsIn(MeetingStates.Planned)
                .In(MeetingStates.Planned)
                .On(MeetingTriggers.Cancel).GoTo(MeetingStates.Canceled)
                .SideDoor(MeetingTriggers.Open).From(MeetingStates.Planned).ExitTo(MeetingModels.Ordinary.Lifecycle, MeetingStates.Planned)
                .EndsIn(MeetingStates.Canceled)))
            .Should().Throw<LifecycleDefinitionException>().Which.Faults.Should().Contain(fault => fault.Code == "meeting.model.exit");

    private static ValueList<Refusal> Planning(Func<MeetingFacts, MeetingFacts> other, Actor? actor = null) =>
        MeetingDecider.Decide(null, new PlanMeeting(Session.Id, Cast.Cab.Id, Session.Hour), other(Session.Facts(actor ?? Session.Chair, Cast.Opening, "plan"))).Refusals;

    private static ValueList<Refusal> Approving(Actor actor)
    {
        var session = new Session().Go("Open", "Adjourn");
        return session.Ask(new ApproveMinutes(session.Minutes.Digest), actor).Refusals;
    }

    private static ValueList<Refusal> Returned()
    {
        var session = new Session().Go("Open");
        var facts = session.Known(session.Decide(One), Session.Chair);
        session.Fold(MeetingDecider.Decide(session.Meeting, session.Decide(One), facts).Events[0]);
        session.Fold(new RulingReturned(session.Office("enter"), facts.Stamp.Command, ["a reason"]));
        return MeetingDecider.Decide(session.Meeting, session.Decide(One), facts).Refusals;
    }

    private static MeetingFacts Accepting(MeetingFacts facts) => facts with { Answer = facts.Answer! with { Refusals = [] } };

    private static IEnumerable<string> Judged(Decision<MeetingEvent> decision) => decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);
}
