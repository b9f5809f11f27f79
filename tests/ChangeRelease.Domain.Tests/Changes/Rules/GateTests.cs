using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Ways round a gate that were open once.</summary>
public sealed class GateTests
{
    [Fact]
    public void An_approver_cannot_start_the_change_that_needs_the_approval()
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule");
        var start = traveler.Good("Start");
        var approver = Actor.Human(traveler.Change.Votes[0].Voter);

        Codes(traveler.Ask(start with { Facts = start.Facts with { Stamp = new Stamp(start.Facts.Stamp.At, approver, new CommandId("start")) } }))
            .Should().Equal("change.authorization.approvals-missing");
        Codes(traveler.Ask(start)).Should().BeEmpty();
    }

    [Fact]
    public void The_owner_of_an_implementing_account_cannot_vote()
    {
        var traveler = new Traveler("normal", Cast.Content with { Implementers = [new ActorId("deployer")] }).Go("Submit", "CompleteAssessment");
        var vote = traveler.By(Cast.Members[0], new VoteOnChange(VoteChoice.Approve, traveler.Change.Digest));
        var directory = Cast.Directory with { ServiceAccounts = [new ServiceAccount(new ActorId("deployer"), Cast.Members[0].Id)] };

        var refused = traveler.Ask(vote with { Facts = vote.Facts with { Directory = directory } });

        Codes(refused).Should().Equal("change.authorization.voter-contributed");
        refused.Refusals.Single().Facts.Single().Value.Should().Contain("owner of deployer");
        Codes(traveler.Ask(vote)).Should().BeEmpty();
    }

    [Fact]
    public void An_emergency_cannot_invent_its_incident_on_any_way()
    {
        var unknown = Cast.Emergency with { Incident = null };
        foreach (var way in new[] { "Authorize", "Start" })
        {
            var traveler = new Traveler("emergency").Go(way == "Start" ? ["Submit", "Authorize", "Schedule"] : ["Submit"]);
            traveler.Prepare(way);
            var move = traveler.Good(way);

            Codes(traveler.Ask(move with { Facts = move.Facts with { Emergency = unknown } })).Should().Equal("change.emergency.incident-unknown");
        }
    }

    [Fact]
    public void Several_slots_of_one_change_take_several_places()
    {
        var start = Instant.FromUtc(2026, 11, 2, 10, 0);
        var window = new Window(new RuleId("w"), "W", "Etc/UTC", Recurrence.Once(new LocalDateTime(2026, 11, 2, 9, 0)), RuleLength.For(Duration.FromHours(9)), Scope.Everything) { Capacity = 2 };
        var calendar = ChangeCalendar.Define(new CalendarId("c"), 1, CalendarDefault.ClosedByDefault, [window], DateTimeZoneProviders.Tzdb);
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize");
        ValueList<Slot> Slots(int count) => Enumerable.Range(0, count).Select(at => new Slot(start + Duration.FromHours(at), start + Duration.FromHours(at + 1))).ToValueList();
        Decision<ChangeEvent> Ask(int count)
        {
            var move = traveler.By(Cast.Oscar, new ScheduleChange(Slots(count)), at: start - Duration.FromHours(1));
            return traveler.Ask(move with { Facts = move.Facts with { Calendar = calendar, Bookings = Bookings.None } });
        }

        Codes(Ask(3)).Should().Contain("change.slot.full");
        Codes(Ask(2)).Should().NotContain("change.slot.full");
    }

    [Fact]
    public void A_change_that_is_being_undone_does_not_go_out()
    {
        var slots = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule", "Start");
        var release = new ReleaseId("REL-1");

        (slots.Change with { Aboard = release }).MayGoWith(release, slots.Change.Slots).Should().BeTrue();
        (slots.Go("BackOut").Change with { Aboard = release }).MayGoWith(release, slots.Change.Slots).Should().BeFalse();
    }

    private static IEnumerable<string> Codes(Decision<ChangeEvent> decision) =>
        decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Distinct();
}
