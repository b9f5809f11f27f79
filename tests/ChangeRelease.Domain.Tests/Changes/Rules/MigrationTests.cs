using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Lifecycles.Migration;
using static ChangeRelease.Domain.Changes.ChangeStates;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Changes that are moved to another definition, and go on living there (S-8, S-13).</summary>
public sealed class MigrationTests
{
    private static readonly MigrateChange ToLater = new("normal", 2, "administrators check");
    private static readonly LifecycleRef Later = Given.Later.Lifecycle.Reference;
    private static readonly string[] ToApproved = ["Submit", "CompleteAssessment", "Authorize"];

    [Fact]
    public void A_change_goes_on_under_the_next_version_with_its_content_and_its_votes()
    {
        var traveler = new Traveler("normal").Go(ToApproved);
        var before = traveler.Change;

        var decision = Migrating.Of(traveler, ToLater).Decide();
        var after = decision.Events.Aggregate(before, ChangeRequest.Fold);

        decision.Events.Should().ContainSingle().Which.Should().BeEquivalentTo(new { before.Model, To = Later, VotesStand = true, KeepsSlots = false, Reason = "administrators check" }, options => options.Excluding(it => it.Model));
        ((ChangeMigrated)decision.Events[0]).From.Should().Be(before.Model);
        (after.Model, after.Status, after.Version).Should().Be((Later, Given.DbaReview, before.Version + 1));
        (after.Content, after.Digest, after.Votes, after.Contributors).Should().Be((before.Content, before.Digest, before.Votes, before.Contributors));
        Refused(after, new ScheduleChange(traveler.Free(60))).Should().Equal("lifecycle.transition.undefined");
        Refused(after, new ActOnChange(Given.SignOff)).Should().Equal("dba.tag.missing");
        var tagged = Migrating.After(after, new AmendChange(after.Content with { Tags = ["dba"] }), Cast.Oscar);
        var scheduled = Migrating.After(Migrating.After(tagged, new ActOnChange(Given.SignOff)), new ScheduleChange(traveler.Free(60)));
        (scheduled.Status, scheduled.Model).Should().Be((Scheduled, Later));
    }

    [Fact]
    public void A_booking_is_released_where_the_new_state_holds_none_and_kept_where_it_does()
    {
        var scheduled = new Traveler("normal").Go([.. ToApproved, "Schedule"]);

        Migrating.After(scheduled.Change, ToLater).Slots.Should().BeEmpty();
        var direct = Migrating.WithoutMaps.WithMigrations(MigrationMap.Between(ChangeModels.Normal.Lifecycle.Description, Migrating.Third.Lifecycle.Description, map => map.KeepTheRest()));
        Migrating.After(scheduled.Change, new MigrateChange("normal", 3, "why"), models: direct).Should().BeEquivalentTo(new { Status = Scheduled, scheduled.Change.Slots });
    }

    [Fact]
    public void What_is_being_made_keeps_its_slots_and_its_beginning()
    {
        var traveler = new Traveler("normal").Go([.. ToApproved, "Schedule", "Start"]);

        var after = Migrating.After(traveler.Change, ToLater);

        (after.Status, after.Slots, after.StartedAt).Should().Be((Implementing, traveler.Change.Slots, traveler.Change.StartedAt));
        Migrating.After(after, new CompleteChange()).Status.Should().Be(Reviewing);
    }

    [Fact]
    public void Under_a_model_of_another_id_votes_and_booking_are_void_as_when_the_type_is_changed()
    {
        var traveler = new Traveler("normal").Go([.. ToApproved, "Schedule"]);

        var after = Migrating.After(traveler.Change, new MigrateChange("guarded", 1, "it is one"));

        (after.Model, after.Status).Should().Be((Migrating.Other.Lifecycle.Reference, Scheduled));
        after.Votes.Should().BeEmpty();
        after.Slots.Should().BeEmpty();
        after.Digest.Should().NotBe(traveler.Change.Digest);
        after.Contributors.Include(Migrating.Otto.Id).Should().BeTrue();
    }

    [Theory]
    [InlineData("Submit", "Assessing")]
    [InlineData("Submit CompleteAssessment", "Authorizing")]
    [InlineData("Submit CompleteAssessment Authorize", "DbaReview")]
    [InlineData("Submit CompleteAssessment Authorize Schedule", "DbaReview")]
    public void A_change_on_hold_stays_there_and_resumes_where_the_map_leads_those_it_was_held_from(string way, string resumed)
    {
        var held = new Traveler("normal").Go([.. way.Split(' '), "Hold"]).Change;

        var after = Migrating.After(held, ToLater);

        (after.Status, after.ResumesTo!.Name).Should().Be((OnHold, resumed));
        var gone = Migrating.After(after, new ResumeChange());
        (gone.Status.Name, gone.ResumesTo, gone.Model).Should().Be((resumed, null, Later));
    }

    [Fact]
    public void A_deferral_and_its_end_are_kept()
    {
        var deferred = new Traveler("normal").Go("Submit", "Defer").Change;

        Migrating.After(deferred, ToLater).Should().BeEquivalentTo(new { Status = Deferred, deferred.Deferral });
    }

    [Fact]
    public void A_proposal_to_break_glass_is_void()
    {
        var proposed = new Traveler("emergency").Go("RequestBreakGlass").Change;
        proposed.BreakGlassRequest.Should().NotBeNull();

        Migrating.After(proposed, new MigrateChange("emergency", 2, "why")).BreakGlassRequest.Should().BeNull();
    }

    [Fact]
    public void An_emergency_takes_its_debt_along_and_pays_it()
    {
        var made = new Traveler("emergency").Go("Submit", "Authorize", "Start", "Complete").Change;

        var after = Migrating.After(made, new MigrateChange("emergency", 2, "why"));

        (after.Status, after.Debt).Should().Be((Ratifying, made.Debt));
        Refused(after, new RatifyChange()).Should().Equal("change.ratification.approvals-missing");
    }

    [Fact]
    public void Nobody_who_had_a_hand_in_a_change_can_move_it_not_even_a_process_owner()
    {
        var change = new Traveler("normal").Go("Submit", "CompleteAssessment").Change with { };
        var directory = Migrating.Directory with { ServiceAccounts = [new ServiceAccount(new ActorId("robot"), Cast.Rita.Id)] };
        Actor[] hands =
        [
            Cast.Rita, Cast.Ivan, Cast.Asa,
            Actor.Service(new ActorId("robot"), null), Actor.Service(new ActorId("robot"), Migrating.Otto.Id), Actor.Service(new ActorId("other"), Cast.Rita.Id), Actor.Service(Cast.Ivan.Id, Migrating.Otto.Id),
        ];

        hands.Should().AllSatisfy(actor => Refused(change, ToLater, actor, directory).Should().Equal("change.migration.contributed"));
        Refused(change with { Contributors = change.Contributors.With(new ActorId("robot"), "editor") }, ToLater, Cast.Rita with { }, directory).Should().Equal("change.migration.contributed");
        change.Contributors.Hands.Select(hand => hand.Person).Distinct().Should().BeEquivalentTo([Cast.Rita.Id, Cast.Ivan.Id, Cast.Asa.Id]);
    }

    [Fact]
    public void A_service_account_moves_a_change_for_a_process_owner_and_for_nobody_else()
    {
        var change = new Traveler("normal").Go("Submit").Change;

        Refused(change, ToLater, Actor.Service(new ActorId("mover"), Migrating.Otto.Id)).Should().BeEmpty();
        Refused(change, ToLater, Actor.Service(new ActorId("mover"), Cast.Oscar.Id)).Should().Equal("change.migration.not-process-owner");
        Refused(change, ToLater, Actor.Service(new ActorId("robot"), null)).Should().Equal(["change.migration.not-process-owner"], "its account is in the role, and nobody answers for it");
        Refused(change, ToLater, Actor.Service(new ActorId("mover"), Migrating.Otto.Id), Migrating.Directory with { ServiceAccounts = [new ServiceAccount(new ActorId("mover"), Cast.Oscar.Id)] })
            .Should().Equal("change.migration.not-process-owner");
    }

    [Fact]
    public void After_it_is_moved_nothing_asks_for_the_old_definition()
    {
        var traveler = new Traveler("normal").Go(ToApproved);
        var moved = Migrating.Of(traveler, ToLater).Decide().Events[0];
        var folded = ChangeRequest.Fold([.. traveler.Events.Select(Reread), Reread(moved)])!;

        Migrating.After(folded, new AnnotateChange("here"), models: new ChangeModelCatalog(Given.Later)).Status.Should().Be(Given.DbaReview);
        folded.Should().BeEquivalentTo(ChangeRequest.Fold(traveler.Change, moved), options => options.ComparingByMembers<ChangeRequest>());
    }

    [Fact]
    public void Moving_twice_by_one_command_moves_once()
    {
        var traveler = new Traveler("normal").Go("Submit");
        var situation = Migrating.Of(traveler, ToLater);
        var after = situation with { Change = situation.Decide().Events.Aggregate(traveler.Change, ChangeRequest.Fold) };

        after.Decide().Should().BeEquivalentTo(new { IsAccepted = true, Events = Array.Empty<ChangeEvent>() });
        (after with { Command = ToLater with { Reason = "another" } }).Decide().Refusals.Should().ContainSingle().Which.Code.Should().Be("change.request.command-id-reused");
    }

    [Fact]
    public void Two_maps_in_a_row_move_a_change_at_once()
    {
        var after = Migrating.After(new Traveler("normal").Go(ToApproved).Change, new MigrateChange("normal", 3, "why"));

        (after.Model, after.Status).Should().Be((Migrating.Third.Lifecycle.Reference, Authorizing));
    }

    [Fact]
    public void A_change_that_does_not_exist_or_whose_own_definition_is_unknown_is_not_moved()
    {
        var traveler = new Traveler("normal");
        var situation = Migrating.Of(traveler, ToLater);

        ChangeDecider.Decide(null, ToLater, situation.Facts).Refusals.Should().ContainSingle().Which.Code.Should().Be("change.request.missing");
        (situation with { Change = traveler.Change with { Model = traveler.Change.Model with { Hash = Digest.Zero } } }).Decide().Refusals.Should().ContainSingle().Which.Code.Should().Be("change.model.unknown");
    }

    [Fact]
    public void A_map_between_models_that_are_not_known_does_not_come_into_a_catalog() =>
        FluentActions.Invoking(() => ChangeModelCatalog.BuiltIn.WithMigrations(Given.Map)).Should().Throw<ArgumentException>().WithMessage("*normal@2*").WithParameterName("maps");

    [Fact]
    public void What_a_dry_run_of_the_map_says_is_what_becomes_of_each_change()
    {
        var (chance, moved) = (new Chance(12), 0);
        for (var journey = 0; journey < 150; journey++)
        {
            var traveler = new Traveler("normal");
            for (var step = 0; step < journey % 12 && traveler.State is not ("Closed" or "Canceled"); step++)
            {
                traveler.Do(chance.Step(traveler));
            }

            if (traveler.Change.Model.Id != "normal")
            {
                continue;
            }

            var change = traveler.Change;
            var verdict = Given.Map.Apply(new Standing(change.Model, change.Status, change.Version) { Origin = change.ResumesTo });
            var decision = Migrating.Of(traveler, ToLater, Cast.Person("otto")).Decide();
            var after = decision.Events.Aggregate(change, ChangeRequest.Fold);

            decision.IsAccepted.Should().BeTrue(string.Join("; ", decision.Refusals));
            (after.Model, after.Status, after.ResumesTo).Should().Be((verdict.Standing!.Definition, verdict.Standing.State, verdict.Standing.Origin));
            Invariants.Check(change with { Version = after.Version - 1 }, after, new Move(ToLater, Cast.Facts), (holds, what) => holds.Should().BeTrue($"{what} in {after.Status}"));
            moved++;
        }

        moved.Should().BeGreaterThan(80);
    }

    private static ChangeEvent Reread(ChangeEvent happened) => ChangeJson.ReadEvent(ChangeJson.Write(happened));

    private static IEnumerable<string> Refused(ChangeRequest change, ChangeCommand command, Actor? actor = null, DirectorySnapshot? directory = null)
    {
        var facts = Migrating.Facts(new Stamp(change.LastAt, actor ?? Migrating.Otto, new CommandId("asked")), Migrating.Catalog) with { Directory = directory ?? Migrating.Directory };
        return ChangeDecider.Decide(change, command, facts).Refusals.Select(refusal => refusal.Code);
    }
}
