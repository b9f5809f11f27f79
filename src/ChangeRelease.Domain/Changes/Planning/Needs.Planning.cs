using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What plans must say, and in which order their tasks are done.</content>
public static partial class Needs
{
    /// <summary>The change says how it is made.</summary>
    public static Requirement<ChangeAttempt> ImplementationPlan { get; } =
        Filled("change.implementation-plan.missing", "an implementation plan", content => content.ImplementationPlan.Tasks.Count > 0);

    /// <summary>The change says how it is tested.</summary>
    public static Requirement<ChangeAttempt> TestPlan { get; } =
        Filled("change.test-plan.missing", "a test plan", content => content.TestPlan.Tasks.Count > 0);

    /// <summary>The change says how it is undone.</summary>
    public static Requirement<ChangeAttempt> RemediationPlan { get; } =
        Filled("change.remediation-plan.missing", "a remediation plan", content => content.RemediationPlan.Tasks.Count > 0);

    /// <summary>Tasks can be told apart by their names.</summary>
    public static Requirement<ChangeAttempt> TasksDiffer { get; } = Plans(
        "change.plan.task-repeated", "No two tasks of one plan, or of the implementation and test plans together, have the same name.", PlanRules.Repeated);

    /// <summary>There is one point of no return at most.</summary>
    public static Requirement<ChangeAttempt> OnePointOfNoReturn { get; } = Plans(
        "change.point-of-no-return.repeated", "At most one task is the point of no return.", PlanRules.ReturnsRepeated);

    /// <summary>The point of no return lies in the making of the change.</summary>
    public static Requirement<ChangeAttempt> PointOfNoReturnInMaking { get; } = Plans(
        "change.point-of-no-return.misplaced", "The point of no return is a task of the implementation plan.", PlanRules.ReturnsMisplaced);

    /// <summary>The implementation plan fits the effort.</summary>
    public static Requirement<ChangeAttempt> WorkFits { get; } = Plans(
        "change.implementation-plan.longer-than-work", "The tasks of the implementation plan take no longer than the effort's work.", PlanRules.LongerThanWork);

    /// <summary>The remediation plan fits the effort.</summary>
    public static Requirement<ChangeAttempt> BackOutFits { get; } = Plans(
        "change.remediation-plan.longer-than-back-out", "The tasks of the remediation plan take no longer than the effort's back-out.", PlanRules.LongerThanBackOut);

    /// <summary>What goes down is among the affected services.</summary>
    public static Requirement<ChangeAttempt> OutagesAffect { get; } = Plans(
        "change.outage.service-not-affected", "The services that tasks take down are among the affected services.", PlanRules.ForeignOutages);

    /// <summary>An edit after the change was handed in leaves plans that could be handed in (S-8).</summary>
    public static Requirement<ChangeAttempt> PlansKept { get; } = Need(
            "change.plan.amended-unfit", "After a material edit the plans are still complete and fit.", attempt => !attempt.IsMaterialAmendment || !PlanRules.ProblemsOf(attempt.ContentAfter).Any())
        .Explains(attempt => PlanRules.ProblemsOf(attempt.ContentAfter))
        .About(ChangeParameters.Content);

    /// <summary>A plan names the task.</summary>
    public static Requirement<ChangeAttempt> TaskKnown { get; } = Need(
            "change.task.unknown", "A plan of the change names the task.", attempt => Planned(attempt) is not null)
        .Explains(attempt => Why.Because($"No plan names the task '{NameOf(attempt)}'.")
            .Seeing("next", string.Join("; ", PlannedTask.Due(attempt.Change).Select(plan => attempt.Change.ProgressOf(plan).Next?.Name).OfType<string>())))
        .CuredBy(Remedy.Do("Name a task as the plan does"), Remedy.Do("Add a note, if no plan names it"))
        .About(ChangeParameters.Name);

    /// <summary>It is the turn of the task's plan.</summary>
    public static Requirement<ChangeAttempt> TaskDue { get; } = Need(
            "change.task.not-now", "The task is of a plan whose turn it is: tests until the change is made, the implementation plan while it is made, the remediation plan while it is undone.", attempt => PlannedTask.Due(attempt.Change).Contains(Planned(attempt)!.Plan))
        .Explains(attempt => Why.Because($"'{NameOf(attempt)}' is a task of the {PlanRules.Word(Planned(attempt)!.Plan)} plan, and the change is in {attempt.Change.Status}."))
        .CuredBy(Remedy.Do("Record it when it is its turn"))
        .About(ChangeParameters.Name)
        .After(TaskKnown);

    /// <summary>The task is not recorded yet.</summary>
    public static Requirement<ChangeAttempt> TaskOpen { get; } = Need(
            "change.task.done-already", "The task is not recorded yet.", attempt => !attempt.Change.ProgressOf(Planned(attempt)!.Plan).Done.Contains(Planned(attempt)!.Task))
        .Explains(attempt => Why.Because($"'{NameOf(attempt)}' is recorded as done."))
        .CuredBy(Remedy.Do("Go on with the next task"), Remedy.Do("Add a note, if there is more to say"))
        .About(ChangeParameters.Name)
        .After(TaskKnown);

    /// <summary>The tasks before it in its plan are done.</summary>
    public static Requirement<ChangeAttempt> TaskInOrder { get; } = Need(
            "change.task.out-of-order", "Every task before it in its plan is recorded.", attempt => Before(attempt).Count == 0)
        .Explains(attempt => Why.Because($"'{Before(attempt)[0].Name}' comes before '{NameOf(attempt)}' and is not recorded.")
            .Seeing("tasks before it", string.Join("; ", Before(attempt).Select(task => task.Name)))
            .CuredBy(Remedy.Do($"Record '{Before(attempt)[0].Name}' first")))
        .About(ChangeParameters.Name)
        .After(TaskKnown);

    /// <summary>What the task demands is shown.</summary>
    public static Requirement<ChangeAttempt> TaskShown { get; } = Need(
            "change.task.evidence-missing", "What the task demands as evidence is given.", attempt => !Planned(attempt)!.Task.DemandsEvidence || !Text.IsBlank(attempt.Arguments.TextOf(ChangeParameters.Evidence)))
        .Explains(attempt => Why.Because($"'{NameOf(attempt)}' demands evidence: {Planned(attempt)!.Task.Evidence}.").CuredBy(Remedy.Do("Give the evidence that the task demands")))
        .About(ChangeParameters.Name, ChangeParameters.Evidence)
        .After(TaskKnown);

    /// <summary>Everything that the plans want shown was shown before the work ends.</summary>
    public static Requirement<ChangeAttempt> EvidenceComplete { get; } = Need(
            "change.task.evidence-outstanding", "Every task of the implementation and test plans that demands evidence is recorded.", attempt => !Outstanding(attempt).Any(task => task.DemandsEvidence))
        .Explains(attempt => Outstanding(attempt).Where(task => task.DemandsEvidence).Select(task => Why.Because($"'{task.Name}' demands evidence and is not recorded.").CuredBy(Remedy.Do($"Record '{task.Name}' with its evidence"))));

    /// <summary>Every task of making and testing is recorded. No built-in model asks for it; a host's may.</summary>
    public static Requirement<ChangeAttempt> TasksDone { get; } = Need(
            "change.task.outstanding", "Every task of the implementation and test plans is recorded.", attempt => !Outstanding(attempt).Any())
        .Explains(attempt => Outstanding(attempt).Select(task => Why.Because($"'{task.Name}' is not recorded.").CuredBy(Remedy.Do($"Record '{task.Name}'"))));

    /// <summary>There is a way back: the point of no return is not behind.</summary>
    public static Requirement<ChangeAttempt> WayBack { get; } = Need(
            "change.back-out.past-point-of-no-return", "The point of no return is not behind.", attempt => !attempt.Change.IsPastPointOfNoReturn)
        .Explains(attempt => Why.Because($"'{attempt.Change.ProgressOf(PlanKind.Implementation).Done.First(task => task.IsPointOfNoReturn).Name}' is done, and after it there is no way back."))
        .CuredBy(Remedy.Do("Go forward: complete the change, and let the review say how it went"), Remedy.Do("Open another change that repairs it"));

    private static Requirement<ChangeAttempt> Plans(string code, string sentence, Func<ChangeContent, IEnumerable<Why>> problems) =>
        Need(code, sentence, attempt => !problems(attempt.Change.Content).Any()).Explains(attempt => problems(attempt.Change.Content));

    private static string? NameOf(ChangeAttempt attempt) => attempt.Command.Because?.Trim();

    private static PlannedTask? Planned(ChangeAttempt attempt) => PlannedTask.Find(attempt.Change, NameOf(attempt));

    private static List<PlanTask> Before(ChangeAttempt attempt) =>
        Planned(attempt) is { } planned && attempt.Change.ProgressOf(planned.Plan) is var progress && progress.Ahead.Contains(planned.Task) ? progress.Ahead.TakeWhile(task => task != planned.Task).ToList() : [];

    private static IEnumerable<PlanTask> Outstanding(ChangeAttempt attempt) =>
        attempt.Change.ProgressOf(PlanKind.Implementation).Ahead.Concat(attempt.Change.ProgressOf(PlanKind.Test).Ahead);
}
