using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>A meeting from its being planned to its minutes: who was there is what the history says, never what anybody types (S-22).</summary>
public sealed class MeetingLifeTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly ChangeId One = new("CHG-1");
    private static readonly ChangeId Two = new("CHG-2");
    private static readonly ChangeId Three = new("CHG-3");

    [Fact]
    public void An_agenda_pins_the_changes_as_they_were_when_it_was_set()
    {
        var session = new Session().Go("SetAgenda");

        session.Meeting.Agenda.Items.Should().Equal(session.Changes.Values.Select(change => new PinnedChange(change.Id, change.Version, change.Digest)));
        session.Meeting.Items.Should().OnlyContain(item => item.IsOpen);
    }

    [Fact]
    public void A_meeting_at_short_notice_has_an_agenda_without_a_cut_off_and_one_of_the_calendar_has_that_of_the_calendar()
    {
        var time = new MeetingTime(Cast.Cab.Id, Session.Hour, Cast.Opening);

        new Session().Meeting.Terms.CutOff.Should().BeNull();
        var planned = new Session(PlanMeeting.At(Session.Id, time)).Go("SetAgenda");

        planned.Meeting.Terms.Should().Be(AgendaTerms.For(time));
        planned.Meeting.Items.Should().BeEmpty("every change came after the cut-off");
        planned.Meeting.LeftOut.Should().HaveCount(3).And.OnlyContain(left => left.Why.Contains("the agenda was closed", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_attends_a_decision_is_who_is_there_when_it_is_recorded()
    {
        var session = new Session().Go("Open");
        session.Must(session.Decide(One), Session.Secretary).Enter();
        session.Now += Minute;
        session.Must(new RecordArrival([Session.Carla]), Session.Secretary).Must(new RecordDeparture([Session.Anna]), Session.Secretary);
        session.Must(session.Decide(Two, VoteChoice.Reject), Session.Secretary).Enter();

        session.Meeting.ItemOf(One)!.Ruling!.Decision.Attendance.Should().Equal(Session.Anna, Session.Boris);
        session.Meeting.ItemOf(Two)!.Ruling!.Decision.Attendance.Should().Equal(Session.Boris, Session.Carla);
        session.Changes[Two].Votes.Should().ContainSingle().Which.Board.Should().Be(new BoardDecision(Cast.Cab.Id, [Session.Boris, Session.Carla]));
    }

    [Fact]
    public void Once_too_many_have_gone_the_change_does_not_take_the_decision()
    {
        var session = new Session().Go("Open", "Depart");

        var refusal = session.Ask(session.Decide(One), Session.Secretary).Refusals.Should().ContainSingle().Subject;

        refusal.Code.Should().Be("meeting.item.refused-by-change");
        refusal.Facts.Should().Contain(new Fact("refusal", "change.authorization.board-quorum-missing"));
        refusal.Explanation.Should().Be("The board cab decides with 2 members who had no hand in it, and 1 attended: 1 missing.");
        refusal.Remedies.Should().Contain(remedy => remedy.Text.StartsWith("Have one of ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_who_requested_the_change_may_attend_and_is_struck_out_for_that_change()
    {
        var session = new Session().Go("SetAgenda").Must(new OpenMeeting([Session.Anna, Cast.Rita.Id, Cast.Rex.Id]), Session.Secretary);
        session.Ask(session.Decide(One), Session.Secretary).IsAccepted.Should().BeFalse("one member counts");

        session.Must(new RecordArrival([Session.Boris]), Session.Secretary).Must(session.Decide(One), Session.Secretary);

        var quorum = session.Meeting.ItemOf(One)!.Ruling!.Quorum;
        quorum.Counting.Should().Equal(Session.Anna, Session.Boris);
        quorum.Struck.Select(struck => struck.ToString()).Should().Equal("rex is not a person in cab", "rita had a hand in it (rita: requester)");
    }

    [Fact]
    public void A_change_that_moved_on_is_decided_once_the_agenda_names_what_it_says_now()
    {
        var session = new Session().Go("Open");
        session.Changes[One] = session.Changes[One] with { Digest = Digest.Of("another content"u8) };

        var codes = session.Ask(new DecideItem(One, VoteChoice.Approve, session.Meeting.ItemOf(One)!.Pinned.Content), Session.Secretary).Refusals.SelectMany(Told);
        codes.Should().Equal("meeting.item.refused-by-change", "change.authorization.vote-sees-other-content");
        session.Ask(session.Decide(One), Session.Secretary).Refusals.SelectMany(Told).Should().Equal("meeting.item.other-content");

        session.Must(new SetMeetingAgenda(session.Pinned), Session.Secretary).Must(session.Decide(One), Session.Secretary);
    }

    [Fact]
    public void What_was_decided_or_put_off_stays_on_the_agenda_and_the_rest_of_it_may_change()
    {
        var session = new Session().Go("Open", "Decide", "Defer");
        var agenda = session.Meeting.Agenda;

        session.Ask(new SetMeetingAgenda(agenda with { Items = [agenda.Items[1]] }), Session.Chair).Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.agenda.settled-changed");
        session.Must(new SetMeetingAgenda(new MeetingAgenda([agenda.Items[1], agenda.Items[0]], [new OmittedChange(Three, "its owner is ill")])), Session.Chair);

        session.Meeting.Items.Select(item => item.IsSettled).Should().Equal(true, true);
        session.Minutes.LeftOut.Should().Equal(new OmittedChange(Three, "its owner is ill"));
    }

    [Fact]
    public void A_meeting_is_not_adjourned_while_an_item_is_neither_decided_nor_put_off()
    {
        var session = new Session().Go("Open", "Decide");

        var open = session.Ask(new AdjournMeeting(), Session.Secretary).Refusals;

        open.Select(refusal => refusal.Explanation).Should().Equal("The change CHG-2 was neither decided nor put off.", "The change CHG-3 was neither decided nor put off.");
        open.Should().OnlyContain(refusal => refusal.Code == "meeting.items.open" && refusal.Remedies.Count == 2);
        session.Go("Defer", "Defer", "Adjourn").State.Should().Be("Adjourned");
    }

    [Fact]
    public void A_decision_that_its_change_has_not_taken_up_keeps_the_meeting_open()
    {
        var session = new Session().Go("Open", "Defer", "Defer");
        session.Must(session.Decide(Three), Session.Secretary);

        session.Ask(new AdjournMeeting(), Session.Secretary).Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.items.open");
        session.Ask(session.Decide(Three), Session.Secretary).Refusals.Select(refusal => refusal.Code).Should().Contain("meeting.item.taken");
        session.Minutes.Items[2].Decision.Should().BeNull();
    }

    [Fact]
    public void A_decision_that_its_change_returned_counts_for_nothing_and_the_item_is_open_again()
    {
        var session = new Session().Go("Open");
        var facts = session.Known(session.Decide(One), Session.Secretary);
        session.Fold(MeetingDecider.Decide(session.Meeting, session.Decide(One), facts).Events[0]);
        session.Fold(new RulingReturned(session.Office("enter"), facts.Stamp.Command, ["change.authorization.policy-missing: gone"]));

        session.Meeting.ItemOf(One)!.IsOpen.Should().BeTrue();
        session.Meeting.Returned.Should().ContainSingle();
        MeetingDecider.Decide(session.Meeting, session.Decide(One), facts).Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.request.returned");
        session.Must(session.Decide(One), Session.Secretary).Enter().Minutes.Items[0].Decision.Should().NotBeNull();
    }

    [Fact]
    public void A_decision_that_its_change_took_up_after_all_stands()
    {
        var session = new Session().Go("Open");
        session.Must(session.Decide(One), Session.Secretary);
        var command = session.Meeting.ItemOf(One)!.Ruling!.Stamp.Command;
        session.Fold(new RulingReturned(session.Office("enter"), command, ["a reason"]));
        session.Fold(new RulingEntered(session.Office("enter"), command, new CommandId("elsewhere")));

        session.Meeting.Returned.Should().BeEmpty();
        session.Minutes.Items[0].Decision!.Choice.Should().Be(VoteChoice.Approve);
    }

    [Fact]
    public void The_minutes_say_who_was_there_when_and_what_became_of_each_item()
    {
        var session = new Session().Go("SetAgenda");
        session.Now += Minute;
        session.Go("Open", "Decide");
        session.Now += Minute;
        session.Must(new RecordDeparture([Session.Anna]), Session.Secretary);
        session.Now += Minute;
        session.Must(new RecordArrival([Session.Anna, Session.Carla]), Session.Secretary);
        session.Go("Defer", "Defer");
        session.Now += Minute;
        session.Go("Adjourn");

        var (minutes, opened) = (session.Minutes, Cast.Opening + Minute);
        (minutes.Meeting, minutes.Board, minutes.Planned, minutes.OpenedAt, minutes.AdjournedAt).Should().Be((Session.Id, Cast.Cab.Id, Session.Hour, opened, opened + (3 * Minute)));
        minutes.Attendance.Should().Equal(
            new Presence(Session.Anna, opened, opened + Minute),
            new Presence(Session.Boris, opened, opened + (3 * Minute)),
            new Presence(Session.Anna, opened + (2 * Minute), opened + (3 * Minute)),
            new Presence(Session.Carla, opened + (2 * Minute), opened + (3 * Minute)));
        minutes.Items[0].Decision.Should().Match<MinutedDecision>(made => made.Choice == VoteChoice.Approve && made.Reason == "as discussed" && made.RecordedBy == Session.Secretary && made.At == opened && made.Quorum.Need == 2);
        minutes.Items[1].Deferral.Should().Be(new ItemDeferral(Session.Next, "no time left", Session.Secretary, opened + (2 * Minute)));
        session.Meeting.Present.Should().BeEmpty();
    }

    [Fact]
    public void Minutes_are_approved_by_another_person_than_who_recorded_them_and_by_the_digest_of_what_was_read()
    {
        var session = new Session().Go("Open", "Adjourn");
        var read = new ApproveMinutes(session.Minutes.Digest);

        session.Ask(read, Session.Secretary).Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.minutes.approver-recorded");
        session.Ask(read, Cast.Rex).Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.minutes.approver-not-eligible");
        session.Ask(new ApproveMinutes(Digest.Zero), Session.Chair).Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.minutes.other-seen");
        session.Ask(read, Cast.Members[0]).IsAccepted.Should().BeTrue("a member may, too");
        session.Must(read, Session.Chair);

        session.Minutes.Approval.Should().Be(new MinutesApproval(Session.Chair, session.Now));
        session.Minutes.Digest.Should().Be(read.Seen, "an approval is no part of what is approved");
    }

    [Fact]
    public void Who_recorded_by_a_service_account_does_not_approve_in_person()
    {
        var bot = Actor.Service(new ActorId("minute-taker"), Session.Chair.Id);
        var directory = Session.Directory with { ServiceAccounts = [new ServiceAccount(bot.Id, Session.Chair.Id)] };
        var session = new Session().Go("SetAgenda");
        session.Fold(session.Ask(new OpenMeeting([]), bot, facts => facts with { Directory = directory }).Events[0]);
        session.Go("Adjourn");

        session.Ask(new ApproveMinutes(session.Minutes.Digest), Session.Chair, facts => facts with { Directory = directory }).Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.minutes.approver-recorded");
        session.Ask(new ApproveMinutes(session.Minutes.Digest), bot, facts => facts with { Directory = directory }).Refusals.Select(refusal => refusal.Code)
            .Should().BeEquivalentTo("meeting.minutes.approver-recorded", "meeting.minutes.approver-not-eligible");
    }

    [Fact]
    public void Who_only_set_the_agenda_beforehand_recorded_nothing_of_the_session()
    {
        var session = new Session().Go("SetAgenda", "Open", "Adjourn");

        session.Meeting.RecordedBy.Should().Equal(Session.Secretary);
        session.Must(new ApproveMinutes(session.Minutes.Digest), Session.Chair);
    }

    [Fact]
    public void A_history_begins_with_a_plan_and_has_no_other()
    {
        var events = new Session().Go("Open").Events;

        BoardMeeting.Fold(events)!.Status.Should().Be(MeetingStates.InSession);
        BoardMeeting.Fold([]).Should().BeNull();
        FluentActions.Invoking(() => BoardMeeting.Fold(events.Skip(1))).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => BoardMeeting.Fold(events.Append(events[0]))).Should().Throw<InvalidOperationException>();
    }

    private static IEnumerable<string> Told(Refusal refusal) =>
        refusal.Facts.Where(fact => fact.Name == "refusal").Select(fact => fact.Value).Prepend(refusal.Code);
}
