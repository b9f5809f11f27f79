using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using static ChangeRelease.Domain.Changes.ChangeStates;
using static ChangeRelease.Domain.Changes.ChangeTriggers;
using static ChangeRelease.Domain.Lifecycles.Policy;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>A model with one fault planted in it, the policy that the sound one meets, and what the counter-example must say.</summary>
internal sealed record FaultyModel(
    string Name, LifecycleDescription Sound, LifecycleDescription Faulty, Policy Policy, Func<TraceMove, bool> IsCulprit, bool IsLast, string Explanation)
{
    public override string ToString() => Name;
}

/// <summary>The built-in models, each with faults that verification cannot see: every table here is sound, and none is safe.</summary>
internal static class FaultyModels
{
    private const string Approvals = "change.authorization.approvals-missing";
    private const string Material = "material";

    private static readonly Trigger Skip = new("Skip");
    private static readonly State Limbo = new("Limbo", Phase.Paused);
    private static readonly State Maze = new("Maze", Phase.Paused);

    private static readonly LifecycleDescription Normal = ChangeModels.Normal.Lifecycle.Description;
    private static readonly LifecycleDescription Standard = ChangeModels.Standard.Lifecycle.Description;
    private static readonly LifecycleDescription PreApproved = ChangeModels.PreApproved.Lifecycle.Description;
    private static readonly LifecycleDescription Emergency = ChangeModels.Emergency.Lifecycle.Description;
    private static readonly LifecycleDescription Retrospective = ChangeModels.Retrospective.Lifecycle.Description;
    private static readonly LifecycleDescription Release = ReleaseModels.Ordinary.Lifecycle.Description;

    public static IReadOnlyList<FaultyModel> All { get; } =
    [
        .. new[] { (Normal, Draft), (Normal, Assessing), (Normal, Rejected), (Normal, Deferred), (Normal, OnHold), (Standard, Draft), (Emergency, Draft) }.Select(at => SecondEntrance(at.Item1, at.Item2)),
        .. new[] { ReleaseStates.Planned, ReleaseStates.Building, ReleaseStates.Testing }.Select(DeployedUnasked),
        .. new[] { (Normal, Draft, Submit), (Normal, Assessing, CompleteAssessment), (Standard, Draft, Submit), (Emergency, Draft, Submit) }.Select(at => RoundTheGate(at.Item1, at.Item2, at.Item3)),
        .. new[] { (Implementing, Complete), (BackingOut, BackedOut), (BackingOut, BackOutFailed) }.Select(at => Unratified(at.Item1, at.Item2)),
        .. new[] { Implementing, BackingOut }.Select(ClosedAtOnce),
        UnratifiedAfterwards(),
        .. new[] { (Normal, Assessing), (Normal, Authorizing), (Standard, Authorizing), (Emergency, Authorizing) }.Select(at => ResumesTooFar(at.Item1, at.Item2)),
        .. new[] { Normal, Standard, Emergency }.Select(AmendedIntoReadiness),
        .. new[] { Normal, Standard, Emergency }.SelectMany(model => new[] { Approved, Scheduled }, AmendedUnnoticed),
        .. new[] { (Normal, Draft), (Standard, Rejected), (PreApproved, Scheduled), (Emergency, Implementing), (Release, ReleaseStates.Paused) }.Select(at => Lost(at.Item1, at.Item2)),
        .. new[] { (Normal, Implementing), (Standard, BackingOut), (PreApproved, Implementing), (Emergency, BackingOut) }.Select(at => CanceledWhileMade(at.Item1, at.Item2)),
        .. new[] { (Normal, Scheduled), (Standard, Scheduled), (Emergency, Scheduled), (Emergency, Approved) }.Select(at => StartedUnasked(at.Item1, at.Item2)),
        DeployedUnapproved(),
        ExitsTooFar(),
        FallsTooFar(),
        CarriesItsHoldTooFar(),
    ];

    // Another way into Realization, past everybody who is to be asked.
    private static FaultyModel SecondEntrance(LifecycleDescription model, State from) => new(
        $"{model.Id}: a second entrance from {from}",
        model,
        model.WithRow(Redraft.Row(from, Skip, Implementing, "change.reason.missing")),
        Excusing(Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)), model),
        move => move.From == from && move.Trigger == Skip && move.To == Implementing,
        IsLast: true,
        $"It is in Implementing of Realization, and it is not so that Authorization was passed{Also(model)}.");

    private static FaultyModel DeployedUnasked(State from) => new(
        $"release: deployed from {from}",
        Release,
        Release.WithRow(Redraft.Row(from, Skip, ReleaseStates.Deploying)),
        Never(In(Phase.Realization)).Unless(Taken(ReleaseTriggers.Go)).Since(Passed(ReleaseStates.Planned)),
        move => move.From == from && move.Trigger == Skip,
        IsLast: true,
        "It is in Deploying of Realization, and it is not so that Go was taken since Planned was passed.");

    private static FaultyModel RoundTheGate(LifecycleDescription model, State from, Trigger trigger) => new(
        $"{model.Id}: {trigger} leads round the gate",
        model,
        model.Edit(from, trigger, row => row.To(Approved)),
        Excusing(Never(In(Phase.Ready)).Unless(Taken(Authorize)), model),
        move => move.From == from && move.Trigger == trigger && move.To == Approved,
        IsLast: true,
        $"It is in Approved of Ready, and it is not so that Authorize was taken{Also(model)}.");

    private static FaultyModel Unratified(State from, Trigger trigger) => new(
        $"emergency: {trigger} leads past ratification",
        Emergency,
        Emergency.Edit(from, trigger, row => row.To(Reviewing)),
        Never(In(Closed)).Once(Passed(Phase.Realization)).Unless(Taken(Ratify)).OrUnless(Taken(Repudiate)),
        move => move.From == from && move.Trigger == trigger && move.To == Reviewing,
        IsLast: false,
        "It is in Closed of Ended, and it is not so that Ratify was taken or Repudiate was taken since.");

    private static FaultyModel ClosedAtOnce(State from) => new(
        $"emergency: closed from {from}",
        Emergency,
        Emergency.WithRow(Redraft.Row(from, Skip, Closed)),
        Never(In(Closed)).Once(Passed(Phase.Realization)).Unless(Taken(Ratify)).OrUnless(Taken(Repudiate)),
        move => move.From == from && move.Trigger == Skip,
        IsLast: true,
        "It is in Closed of Ended, and it is not so that Ratify was taken or Repudiate was taken since.");

    private static FaultyModel UnratifiedAfterwards() => new(
        "retrospective: reviewed without ratification",
        Retrospective,
        Retrospective.Edit(Recorded, Submit, row => row.To(Reviewing)),
        Never(In(Closed)).Unless(Taken(Ratify)).OrUnless(Taken(Repudiate)),
        move => move.From == Recorded && move.To == Reviewing,
        IsLast: false,
        "It is in Closed of Ended, and it is not so that Ratify was taken or Repudiate was taken.");

    // Those who were held before they were authorized go on as if they had been.
    private static FaultyModel ResumesTooFar(LifecycleDescription model, State origin) => new(
        $"{model.Id}: who is held in {origin} resumes to Approved",
        model,
        model.Edit(OnHold, Resume, row => row with { Outcomes = row.Outcomes.Select(way => Moved(way, origin)).Where(way => way.Origins.Count > 0).ToValueList() }),
        Excusing(Never(In(Phase.Ready)).Unless(Taken(Authorize)), model),
        move => move.From == OnHold && move.Trigger == Resume && move.Case == "Approved",
        IsLast: true,
        $"It is in Approved of Ready, and it is not so that Authorize was taken{Also(model)}.");

    private static FaultyModel AmendedIntoReadiness(LifecycleDescription model) => new(
        $"{model.Id}: who amends on hold counts as approved",
        model,
        model.Edit(OnHold, Amend, row => row with { Outcomes = [row.Outcomes[0] with { ComesFrom = [Approved] }] }),
        Excusing(Never(In(Phase.Ready)).Unless(Taken(Authorize)), model),
        move => move.From == OnHold && move.Trigger == Amend && move.To == OnHold,
        IsLast: false,
        $"It is in Approved of Ready, and it is not so that Authorize was taken{Also(model)}.");

    private static FaultyModel AmendedUnnoticed(LifecycleDescription model, State state) => new(
        $"{model.Id}: a material amendment stays in {state}",
        model,
        model.Edit(state, Amend, row => row.To(state)),
        Excusing(Never(In(Phase.Realization)).Unless(Taken(Authorize)), model).Since(Taken(Amend, Material)),
        move => move.From == state && move.Trigger == Amend && move.Case == Material && move.To == state,
        IsLast: false,
        $"It is in Implementing of Realization, and it is not so that Authorize was taken{Also(model)} since Amend [material] was taken.");

    private static FaultyModel Lost(LifecycleDescription model, State from) => new(
        $"{model.Id}: lost from {from}",
        model,
        model.WithState(Limbo).WithState(Maze).WithRow(Redraft.Row(from, Skip, Limbo)).WithRow(Redraft.Row(Limbo, Skip, Maze)).WithRow(Redraft.Row(Maze, Skip, Limbo)),
        AlwaysPossible(In(Phase.Ended)),
        move => move.From == from && move.To == Limbo,
        IsLast: true,
        "From Limbo no path leads to Ended.");

    private static FaultyModel CanceledWhileMade(LifecycleDescription model, State from) => new(
        $"{model.Id}: canceled in {from}",
        model,
        model.WithRow(Redraft.Row(from, Cancel, Canceled, "change.reason.missing")),
        Refused(Cancel).While(In(Phase.Realization)),
        move => move.From == from && move.Trigger == Cancel,
        IsLast: true,
        $"Cancel has a row in {from} of Realization.");

    private static FaultyModel StartedUnasked(LifecycleDescription model, State from) => new(
        $"{model.Id}: started from {from} without approvals",
        model,
        model.Edit(from, Start, row => row.NotAsking(Approvals)),
        Refused(Start).UnlessMet(Approvals),
        move => move.From == from && move.Trigger == Start,
        IsLast: true,
        $"Start in {from} of Ready does not ask for {Approvals}.");

    private static FaultyModel DeployedUnapproved() => new(
        "release: deployed without approvals",
        Release,
        Release.Edit(ReleaseStates.Scheduled, ReleaseTriggers.StartDeployment, row => row.NotAsking("release.authorization.approvals-missing")),
        Refused(ReleaseTriggers.StartDeployment).UnlessMet("release.authorization.approvals-missing"),
        move => move.Trigger == ReleaseTriggers.StartDeployment,
        IsLast: true,
        "StartDeployment in Scheduled of Ready does not ask for release.authorization.approvals-missing.");

    private static FaultyModel ExitsTooFar() => new(
        "standard: falls back to where it is approved",
        Standard,
        Standard.Edit(Authorizing, FallBack, row => row.To(Approved)),
        Never(In(Phase.Ready)).Unless(Taken(Authorize)),
        move => move.Trigger == FallBack && move.Exit is { Id: "normal" } && move.To == Approved,
        IsLast: true,
        "It is in Approved of Ready, and it is not so that Authorize was taken.");

    private static FaultyModel FallsTooFar() => new(
        "pre-approved: falls back to where it is scheduled",
        PreApproved,
        PreApproved.Edit(Scheduled, FallBack, row => row.To(Scheduled)),
        Never(In(Phase.Realization)).Once(Taken(FallBack)).Unless(Taken(Authorize)),
        move => move.Trigger == FallBack && move.Exit is { Id: "normal" } && move.To == Scheduled,
        IsLast: false,
        "It is in Implementing of Realization, and it is not so that Authorize was taken since.");

    private static FaultyModel CarriesItsHoldTooFar() => new(
        "pre-approved: who outgrows the template on hold counts as approved",
        PreApproved,
        PreApproved.Edit(OnHold, Amend, row => row with
        {
            Outcomes = row.Outcomes.Select(outcome => outcome.Exit is null ? outcome : outcome with { ComesFrom = [Approved] }).ToValueList(),
        }),
        Never(In(Phase.Realization)).Once(Taken(Amend, "outside bounds")).Unless(Taken(Authorize)),
        move => move.From == OnHold && move.Trigger == Resume && move.Definition.Id == "normal" && move.Case == "Approved",
        IsLast: false,
        "It is in Implementing of Realization, and it is not so that Authorize was taken since.");

    private static Outcome Moved(Outcome way, State origin) => way.To == Approved
        ? way with { Origins = way.Origins.With(origin) }
        : way with { Origins = way.Origins.Where(other => other != origin).ToValueList() };

    private static NeverPolicy Excusing(NeverPolicy policy, LifecycleDescription model) => model == Emergency ? policy.OrUnless(Taken(BreakGlass)) : policy;

    private static string Also(LifecycleDescription model) => model == Emergency ? " or BreakGlass was taken" : string.Empty;
}
