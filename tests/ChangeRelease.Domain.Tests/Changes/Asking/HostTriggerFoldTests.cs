using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>What a host's own trigger does to a change follows from the phases it leads between; history needs no table (S-6).</summary>
public sealed class HostTriggerFoldTests
{
    private static readonly Trigger Move = new("Move");

    [Fact]
    public void Back_to_be_prepared_votes_and_slots_are_void()
    {
        var change = Moved(Scheduled(), new State("Rethinking", Phase.Preparation));

        (change.Slots, change.Votes).Should().Be(((ValueList<Domain.Calendars.Slot>)[], (ValueList<Vote>)[]));
    }

    [Fact]
    public void Among_those_who_are_ready_everything_stands()
    {
        var (scheduled, change) = (Scheduled(), Moved(Scheduled(), new State("Announced", Phase.Ready)));

        (change.Slots, change.Votes).Should().Be((scheduled.Slots, scheduled.Votes));
        change.Status.Name.Should().Be("Announced");
    }

    [Fact]
    public void Put_aside_it_remembers_where_it_was_and_gives_its_slot_back()
    {
        var parked = Moved(Scheduled(), new State("Parked", Phase.Paused));

        (parked.ResumesTo, parked.Slots).Should().Be((ChangeStates.Approved, (ValueList<Domain.Calendars.Slot>)[]));
        Moved(parked, ChangeStates.Approved).ResumesTo.Should().BeNull();
    }

    [Fact]
    public void Approved_again_it_gives_its_slot_back()
    {
        var scheduled = Scheduled();

        var approved = Moved(Moved(scheduled, new State("Announced", Phase.Ready)), ChangeStates.Approved);

        (approved.Slots, approved.Votes).Should().Be(((ValueList<Domain.Calendars.Slot>)[], scheduled.Votes));
    }

    [Theory]
    [InlineData("Paused")]
    [InlineData("Declined")]
    public void Put_aside_on_the_way_back_votes_and_slots_are_void_all_the_same(string aside)
    {
        var declined = Moved(Scheduled(), new State("Declined", aside == "Paused" ? Phase.Paused : Phase.Aside(aside)));

        declined.ResumesTo.Should().Be(ChangeStates.Approved);
        Moved(declined, ChangeStates.Approved).Votes.Should().HaveCount(2);
        Moved(declined, ChangeStates.Draft).Votes.Should().BeEmpty();
    }

    [Fact]
    public void Put_aside_from_one_place_to_another_it_remembers_the_one_it_left()
    {
        var declined = Moved(Scheduled(), ChangeStates.Rejected) with { ResumesTo = null };

        Moved(declined, ChangeStates.OnHold).ResumesTo.Should().Be(ChangeStates.Rejected);
    }

    [Fact]
    public void Put_aside_while_it_is_made_it_has_not_ended()
    {
        var begun = Moved(Scheduled(), new State("Rolling", Phase.Realization));
        var suspended = Moved(begun, new State("Suspended", Phase.Paused));
        var again = Moved(suspended, new State("Rolling", Phase.Realization));

        (suspended.Realization, suspended.ResumesTo!.Name, suspended.Slots).Should().Be((null, "Rolling", begun.Slots));
        (again.StartedAt, again.Slots, again.ResumesTo).Should().Be((begun.StartedAt, begun.Slots, null));
        Moved(suspended, ChangeStates.Reviewing).Realization.Should().Be(Realization.Completed);
    }

    [Fact]
    public void Backed_out_by_a_trigger_of_the_host_s_it_was_not_completed()
    {
        var begun = Moved(Scheduled(), ChangeStates.BackingOut);

        Moved(begun, ChangeStates.Reviewing).Realization.Should().Be(Realization.BackedOut);
        Moved(begun with { Realization = Realization.BackOutFailed }, ChangeStates.Reviewing).Realization.Should().Be(Realization.BackOutFailed);
    }

    [Fact]
    public void Who_begins_to_make_it_is_one_of_its_makers()
    {
        var begun = Moved(Scheduled(), new State("Rolling", Phase.Realization));

        begun.Contributors.Include(Cast.Oscar.Id).Should().BeTrue();
        begun.StartedAt.Should().Be(begun.LastAt);
        Moved(begun, ChangeStates.Reviewing).Realization.Should().Be(Realization.Completed);
    }

    [Fact]
    public void Who_would_begin_it_by_a_trigger_of_the_host_s_cannot_be_the_approver_that_lets_it()
    {
        var go = new Trigger("Go ahead");
        var model = ChangeModel.Define("quick", 1, table => table
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft).On(ChangeTriggers.Submit).GoTo(ChangeStates.Authorizing)
            .In(ChangeStates.Authorizing)
                .On(ChangeTriggers.CastVote).Stay()
                .On(go).GoTo(ChangeStates.Implementing).When(Needs.Authorization.Satisfied)
            .In(ChangeStates.Implementing).On(ChangeTriggers.Complete).GoTo(ChangeStates.Closed)
            .EndsIn(ChangeStates.Closed));
        var voter = Cast.Members[0];
        var facts = new ChangeFacts(new Stamp(Cast.Opening, Cast.Oscar, new CommandId("go")), new ChangeModelCatalog(model))
        {
            Directory = Cast.Directory,
            Policy = Cast.Facts.Policy! with { Rules = [new ApprovalRule(model.Id, ApprovalAct.Authorize, Ask.Of(1, Cast.Board))] },
        };
        var traveler = new Traveler("normal");
        var change = traveler.Change with { Model = model.Lifecycle.Reference, Status = ChangeStates.Authorizing };
        change = change with { Votes = [new Vote(voter.Id, VoteChoice.Approve, change.Digest, Cast.Opening, string.Empty)], LastAt = Cast.Opening };

        ChangeDecider.Decide(change, new ActOnChange(go), facts).IsAccepted.Should().BeTrue();
        ChangeDecider.Decide(change, new ActOnChange(go), facts with { Stamp = new Stamp(Cast.Opening, voter, new CommandId("go")) })
            .Refusals.Should().ContainSingle().Which.Code.Should().Be("change.authorization.approvals-missing");
    }

    private static ChangeRequest Scheduled() => new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule").Change;

    private static ChangeRequest Moved(ChangeRequest change, State to) => ChangeRequest.Fold(change, new ChangeActedOn(
        new EventHeader(new Stamp(change.LastAt, Cast.Oscar, new CommandId($"to {to}")), to, change.Digest, Digest.Zero, []), Move, Arguments.None, change.Model));
}
