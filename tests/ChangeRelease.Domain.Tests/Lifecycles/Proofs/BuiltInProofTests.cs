using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using static ChangeRelease.Domain.Changes.ChangeTriggers;
using static ChangeRelease.Domain.Lifecycles.Policy;
using Needs = ChangeRelease.Domain.Changes.Needs;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>What is proved about every built-in model (S-12), and what is false of one and why that is meant.</summary>
public sealed class BuiltInProofTests
{
    private const string Approvals = "change.authorization.approvals-missing";
    private const string Material = "material";

    private static readonly LifecycleFamily Release = LifecycleFamily.Of(ReleaseModels.Ordinary.Lifecycle);

    public static TheoryData<string> All => new(ChangeModelCatalog.BuiltIn.All.Select(model => model.Id));

    public static TheoryData<string> Opened => new(ChangeModelCatalog.BuiltIn.All.Select(model => model.Id).Where(id => id != "retrospective"));

    public static TheoryData<string> Voted => new("normal", "standard", "emergency");

    [Theory]
    [MemberData(nameof(Opened))]
    public void Nothing_is_made_unless_it_was_authorized_or_a_named_exception_was_taken(string id) => Holds(
        id,
        id switch
        {
            "pre-approved" => Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)).OrUnless(Met(Needs.TemplateStands)),
            "emergency" => Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)).OrUnless(Taken(BreakGlass)),
            _ => Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)),
        });

    [Theory]
    [MemberData(nameof(Voted))]
    public void Passing_authorization_is_no_formality(string id) => Holds(
        id,
        id == "emergency"
            ? Never(In(Phase.Ready, Phase.Realization)).Unless(Taken(Authorize)).OrUnless(Taken(BreakGlass))
            : Never(In(Phase.Ready, Phase.Realization)).Unless(Taken(Authorize)));

    [Fact]
    public void What_was_found_afterwards_is_never_made()
    {
        var proof = Never(In(Phase.Realization)).Prove(ChangeModels.Retrospective.Lifecycle);

        proof.Outcome.Should().Be(ProofOutcome.Misstated);
        proof.Explanation.Should().Be("No definition has the phase Realization.");
    }

    [Theory]
    [MemberData(nameof(Voted))]
    public void A_material_amendment_voids_what_was_authorized(string id) => Holds(
        id,
        id == "emergency"
            ? Never(In(Phase.Realization)).Unless(Taken(Authorize)).OrUnless(Taken(BreakGlass)).Since(Taken(Amend, Material))
            : Never(In(Phase.Realization)).Unless(Taken(Authorize)).Since(Taken(Amend, Material)));

    [Fact]
    public void What_outgrows_its_template_is_made_only_when_it_was_authorized() => Holds(
        "pre-approved",
        Never(In(Phase.Realization)).Once(Taken(Amend, "outside bounds")).Unless(Taken(Authorize)));

    [Theory]
    [InlineData("standard")]
    [InlineData("pre-approved")]
    public void What_falls_back_is_made_only_when_it_was_authorized_anew(string id) => Holds(
        id,
        Never(In(Phase.Realization)).Once(Taken(FallBack)).Unless(Taken(Authorize)));

    [Fact]
    public void An_emergency_that_was_made_is_never_closed_unless_it_was_ratified_or_repudiated() => Holds(
        "emergency",
        Never(In(ChangeStates.Closed)).Once(Passed(Phase.Realization)).Unless(Taken(Ratify)).OrUnless(Taken(Repudiate)));

    [Fact]
    public void What_was_found_afterwards_is_never_closed_unless_it_was_ratified_or_repudiated() => Holds(
        "retrospective",
        Never(In(ChangeStates.Closed)).Unless(Taken(Ratify)).OrUnless(Taken(Repudiate)));

    [Theory]
    [MemberData(nameof(Opened))]
    public void Nobody_cancels_what_is_being_made(string id) => Holds(id, Refused(Cancel).While(In(Phase.Realization, Phase.Review)));

    [Theory]
    [MemberData(nameof(Opened))]
    public void Nothing_that_was_made_is_ever_canceled(string id) => Holds(
        id,
        Never(In(ChangeStates.Canceled)).Once(Passed(Phase.Realization)));

    [Theory]
    [MemberData(nameof(Opened))]
    public void Nothing_is_amended_once_it_is_being_made(string id) => Holds(id, Refused(Amend).While(In(Phase.Realization, Phase.Review)));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_life_can_always_end(string id) => Holds(id, AlwaysPossible(In(Phase.Ended)));

    [Theory]
    [MemberData(nameof(Opened))]
    public void What_is_put_aside_can_be_made_some_day(string id) => Holds(id, AlwaysPossible(In(Phase.Realization)).While(In(Phase.Paused)));

    [Theory]
    [MemberData(nameof(Opened))]
    public void What_is_made_is_reviewed_before_it_is_closed(string id) => Holds(
        id,
        Never(In(ChangeStates.Closed)).Once(Passed(Phase.Realization)).Unless(Passed(Phase.Review)));

    [Theory]
    [MemberData(nameof(Opened))]
    public void Starting_always_asks_for_the_approvals_or_for_the_template(string id) => Holds(
        id,
        id == "pre-approved" ? Refused(Start).UnlessMet(Needs.TemplateStands).UnlessMet(Approvals) : Refused(Start).UnlessMet(Approvals));

    [Theory]
    [MemberData(nameof(Voted))]
    public void Without_approvals_nothing_is_made(string id) => Holds(
        id,
        id == "emergency"
            ? Never(In(Phase.Realization)).Unless(Taken(BreakGlass)).AssumingNeverMet(Approvals)
            : Never(In(Phase.Realization)).AssumingNeverMet(Approvals));

    [Fact]
    public void Every_start_asks_that_no_freeze_is_in_the_way()
    {
        foreach (var model in ChangeModelCatalog.BuiltIn.All.Where(model => model.Id is not ("emergency" or "retrospective")))
        {
            Holds(model.Id, Refused(Start).UnlessMet("change.slot.frozen"));
        }
    }

    [Fact]
    public void A_release_is_deployed_only_when_it_was_let_go_since_it_was_planned_anew()
    {
        var policy = Never(In(Phase.Realization))
            .Unless(Taken(ReleaseTriggers.Go))
            .Since(Passed(ReleaseStates.Planned));

        policy.ToString().Should().Be("Never in Realization unless Go was taken since Planned was passed.");
        Holds(Release, policy);
        Holds(Release, Refused(ReleaseTriggers.StartDeployment).UnlessMet("release.authorization.approvals-missing"));
        Holds(Release, AlwaysPossible(In(Phase.Ended)));
        Holds(Release, Refused(ReleaseTriggers.Cancel).While(In(Phase.Realization, Phase.Review)));
        Holds(Release, Never(In(ReleaseStates.Completed)).Unless(Taken(ReleaseTriggers.Accept)).Since(Passed(Phase.Realization)));
        Holds(Release, Never(In(ReleaseStates.Verifying)).Unless(Taken(ReleaseTriggers.AllStagesDone)).Since(Taken(ReleaseTriggers.StartDeployment)));
    }

    [Fact]
    public void From_wherever_a_release_is_on_its_way_out_it_can_be_completed_or_rolled_back() => Holds(
        Release,
        AlwaysPossible(In(ReleaseStates.Completed, ReleaseStates.RolledBack)).While(In(Phase.Realization, Phase.Review)));

    [Fact]
    public void No_way_out_leads_past_authorization() => Holds(
        Release,
        Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)).Since(Passed(ReleaseStates.Planned)));

    [Fact]
    public void No_exposure_rises_while_a_gate_stands_failed()
    {
        Holds(Release, Refused(ReleaseTriggers.BeginStage).UnlessMet("release.gate.failed"));
        Holds(Release, Refused(ReleaseTriggers.BeginStage).While(In(ReleaseStates.Paused, ReleaseStates.RollingBack, ReleaseStates.Verifying)));
        Holds(Release, Never(In(ReleaseStates.Deploying))
            .Once(Taken(ReleaseTriggers.RecordGate, "failed"))
            .Unless(Met("release.gate.failed"))
            .OrUnless(Passed(ReleaseStates.Planned))
            .Since(Taken(ReleaseTriggers.RecordGate, "failed")));
    }

    [Fact]
    public void Nothing_goes_live_before_what_it_depends_on_or_beside_what_it_does_not_go_with()
    {
        foreach (var need in ChangeRelease.Domain.Releases.Needs.DependenciesMet)
        {
            Holds(Release, Refused(ReleaseTriggers.StartDeployment).UnlessMet(need.Code));
            Holds(Release, Refused(ReleaseTriggers.BeginStage).UnlessMet(need.Code));
        }
    }

    [Fact]
    public void A_hold_lets_nobody_pass_who_was_not_authorized() => LifecycleGraph.Of(ChangeModels.Normal.Lifecycle.Description)
        .MustPass(ChangeStates.Implementing)
        .Should().Equal(ChangeStates.Draft, ChangeStates.Assessing, ChangeStates.Authorizing, ChangeStates.Approved, ChangeStates.Scheduled);

    private static void Holds(string id, Policy policy) => Holds(LifecycleFamily.Of(ChangeModelCatalog.BuiltIn.Latest(id)!.Lifecycle), policy);

    private static void Holds(LifecycleFamily family, Policy policy)
    {
        var proof = policy.Prove(family);

        (proof.Outcome, proof.IsVacuous).Should().Be((ProofOutcome.Holds, false), "{0}", proof);
    }
}
