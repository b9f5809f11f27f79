using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Repeating, refolding, and what comes before any table (S-5, S-6, S-13, S-73).</summary>
public sealed class RepetitionTests
{
    [Fact]
    public void A_command_that_took_effect_is_accepted_again_without_events()
    {
        var traveler = new Traveler("normal");
        var submit = traveler.Good("Submit");
        traveler.Do(submit);

        var again = traveler.Ask(submit);

        again.Refusals.Should().BeEmpty();
        again.Events.Should().BeEmpty();
        traveler.Ask(submit with { Facts = new ChangeFacts(submit.Facts.Stamp, new ChangeModelCatalog()) }).Refusals.Should().BeEmpty("it is settled before any table is asked");
    }

    [Fact]
    public void The_opening_command_is_accepted_again_without_events()
    {
        var traveler = new Traveler("normal");
        var open = new OpenChange(new ChangeId("CHG-1"), "normal", Cast.Content);

        traveler.Ask(new Move(open, Cast.Facts with { Stamp = traveler.Events[0].Header.Stamp })).Should().BeEquivalentTo(new { Refusals = Array.Empty<Refusal>(), Events = Array.Empty<ChangeEvent>() });
    }

    [Fact]
    public void The_identity_of_a_command_stands_for_one_content()
    {
        var traveler = new Traveler("normal");
        var note = traveler.Good("Annotate");
        traveler.Do(note);

        Refused(traveler.Ask(note with { Command = new AnnotateChange("another") })).Should().Equal("change.request.command-id-reused");
    }

    [Fact]
    public void A_change_that_does_not_exist_can_only_be_opened()
    {
        var (traveler, facts) = (new Traveler("normal"), Cast.Facts with { Stamp = new Stamp(Cast.Opening, Cast.Rita, new CommandId("new")) });

        Refused(ChangeDecider.Decide(null, new SubmitChange(), facts)).Should().Equal("change.request.missing");
        Refused(ChangeDecider.Decide(null, new OpenChange(new ChangeId("CHG-2"), "unheard-of", Cast.Content), facts)).Should().Equal("change.model.unknown");
        Refused(traveler.Ask(new Move(new OpenChange(new ChangeId("CHG-1"), "normal", Cast.Content), facts))).Should().Equal("change.request.exists");
    }

    [Fact]
    public void A_change_under_an_unknown_model_is_folded_and_not_touched()
    {
        var facts = HostModel.Known(Cast.Facts);
        var opened = ChangeDecider.Decide(null, new OpenChange(new ChangeId("CHG-1"), "looked-at", Cast.Content), facts).Events.Single();
        var change = ChangeRequest.Fold([ChangeJson.ReadEvent(ChangeJson.Write(opened))])!;
        var note = Cast.Facts with { Stamp = new Stamp(Cast.Opening, Cast.Rita, new CommandId("note")) };

        (change.Model, change.Status).Should().Be((HostModel.Reference, ChangeStates.Recorded));
        Refused(ChangeDecider.Decide(change, new AnnotateChange("x"), note)).Should().Equal("change.model.unknown");
        ChangeDecider.Decide(change, new AnnotateChange("x"), HostModel.Known(note)).Refusals.Should().BeEmpty();
        var forged = change with { Model = change.Model with { Hash = Digest.Zero } };
        Refused(ChangeDecider.Decide(forged, new AnnotateChange("x"), HostModel.Known(note))).Should().Equal("change.model.unknown");
    }

    [Fact]
    public void Folding_takes_the_status_from_the_event_and_from_no_table()
    {
        var elsewhere = new State("Elsewhere", Phase.Review);
        var submitted = new Traveler("normal").Go("Submit");
        var moved = new ChangeSubmitted(submitted.Events[1].Header with { Status = elsewhere });

        ChangeRequest.Fold([submitted.Events[0], moved])!.Status.Should().Be(elsewhere);
    }

    [Fact]
    public void A_history_begins_with_its_opening_and_has_no_other()
    {
        var traveler = new Traveler("normal").Go("Submit");

        FluentActions.Invoking(() => ChangeRequest.Fold([traveler.Events[1]])).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => ChangeRequest.Fold([traveler.Events[0], traveler.Events[0]])).Should().Throw<InvalidOperationException>();
        ChangeRequest.Fold([]).Should().BeNull();
    }

    [Fact]
    public void An_event_names_the_documents_that_its_decision_used()
    {
        var authorized = new Traveler("standard").Go("Submit", "Authorize").Events[^1];

        authorized.Header.Basis.Select(fact => fact.Name).Should().Equal("calendar", "tzdb", "directory", "policy", "assessment scheme", "template", "dependencies", "emergency");
        ((ChangeAuthorized)authorized).Approvers.Should().Equal(new ActorId("anna"));
    }

    private static IEnumerable<string> Refused(Decision<ChangeEvent> decision) => decision.Refusals.Select(refusal => refusal.Code);
}
