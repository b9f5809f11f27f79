using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Everything that can be wrong with plans, and with the tasks that are recorded.</summary>
internal static class PlanScenarios
{
    private static readonly string[] ToStart = ["Submit", "CompleteAssessment", "Authorize", "Schedule", "Start"];

    private static readonly PlanTask Drain = new("drain the queue") { Evidence = "the graph of the queue" };
    private static readonly PlanTask Switch = new("switch") { IsPointOfNoReturn = true };

    /// <summary>Plans that cannot be handed in.</summary>
    public static IEnumerable<Fault> Unfit =>
    [
        Content("change.plan.task-repeated", content => content with { ImplementationPlan = ChangePlan.Of("again", "again") }),
        Content("change.point-of-no-return.repeated", content => content with { ImplementationPlan = ChangePlan.Of(Switch, new PlanTask("sweep") { IsPointOfNoReturn = true }) }),
        Content("change.point-of-no-return.misplaced", content => content with { TestPlan = ChangePlan.Of(new PlanTask("try") { IsPointOfNoReturn = true }) }),
        Content("change.outage.service-not-affected", content => content with { TestPlan = ChangePlan.Of(new PlanTask("try") { Outages = [new Outage(new ServiceId("elsewhere"), Duration.FromMinutes(1))] }) }),
        Content("change.implementation-plan.longer-than-work", content => content with { ImplementationPlan = Long(Cast.Content.Effort!.Work) }),
        Content("change.remediation-plan.longer-than-back-out", content => content with { RemediationPlan = Long(Cast.Content.Effort!.BackOut) }),
    ];

    public static IEnumerable<Scenario> All =>
    [
        new(
            "record a task",
            () => Started("RecordTask", content => content with { ImplementationPlan = ChangePlan.Of(Drain, new PlanTask("restart")) }),
            new Fault("change.task.unknown", at => at with { Command = new RecordChangeTask("unheard of", "log") }),
            new Fault("change.task.not-now", at => at with { Command = new RecordChangeTask("start the old one", "log") }),
            new Fault("change.task.out-of-order", at => at with { Command = new RecordChangeTask("restart", "log") }),
            new Fault("change.task.done-already", at => at with { Change = at.Change with { Tasks = [Done(Drain)] }, Command = new RecordChangeTask(Drain.Name, "log") }),
            new Fault("change.task.evidence-missing", at => at with { Command = (RecordChangeTask)at.Command with { Evidence = " " } })),
        new(
            "record a task while it is undone",
            () => Scenarios.At("normal", "RecordTask", [.. ToStart, "BackOut"]),
            new Fault("change.task.not-now", at => at with { Command = new RecordChangeTask("drain the queue", "log") })),
        new(
            "record a task before it is made",
            () => Scenarios.At("normal", "RecordTask", ToStart[..^1]),
            new Fault("change.task.not-now", at => at with { Command = new RecordChangeTask("drain the queue", "log") })),
        new(
            "complete",
            () => Started("Complete", content => content with { ImplementationPlan = ChangePlan.Of(Drain) }, Done(Drain)),
            new Fault("change.task.evidence-outstanding", at => at with { Change = at.Change with { Tasks = [] } })),
        new(
            "complete, by a model of the host's own that wants every task done",
            () => Scenarios.At("retrospective", "Ratify", "Submit") is var at ? at with { Change = at.Change with { Model = HostModel.Reference, Tasks = Every(at.Content) }, Command = new CompleteChange(), Facts = HostModel.Known(at.Facts) } : null!,
            new Fault("change.task.outstanding", at => at with { Change = at.Change with { Tasks = [] } })),
        new(
            "back out",
            () => Started("BackOut", content => content with { ImplementationPlan = ChangePlan.Of(Drain, Switch) }, Done(Drain)),
            Scenarios.NoReason,
            new Fault("change.back-out.past-point-of-no-return", at => at with { Change = at.Change with { Tasks = [Done(Drain), Done(Switch)] } })),
        new(
            "amend what was handed in",
            () => Scenarios.At("normal", "Amend", "Submit"),
            new Fault("change.amendment.empty", at => at with { Command = new AmendChange(at.Content) }),
            new Fault("change.plan.amended-unfit", at => at with { Command = new AmendChange(at.Content with { RemediationPlan = ChangePlan.Empty }) })),
    ];

    private static Situation Started(string trigger, Func<ChangeContent, ChangeContent> planned, params TaskRecord[] done)
    {
        var at = Scenarios.At("normal", trigger, ToStart);
        return at with { Change = at.Change with { Content = planned(at.Content), Tasks = done.ToValueList() } };
    }

    private static TaskRecord Done(PlanTask task, PlanKind plan = PlanKind.Implementation) => new(plan, task.Name, "log", Cast.Ivan.Id, Cast.Opening);

    private static ValueList<TaskRecord> Every(ChangeContent content) => content.ImplementationPlan.Tasks.Select(task => Done(task))
        .Concat(content.TestPlan.Tasks.Select(task => Done(task, PlanKind.Test)))
        .ToValueList();

    private static ChangePlan Long(Duration limit) =>
        ChangePlan.Of(new PlanTask("most of it") { Length = limit }, new PlanTask("a little more") { Length = Duration.FromMilliseconds(1) });

    private static Fault Content(string code, Func<ChangeContent, ChangeContent> spoiled) => new(code, at => at with { Content = spoiled(at.Content) });
}
