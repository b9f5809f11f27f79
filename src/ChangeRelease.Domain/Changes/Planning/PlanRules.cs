using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What can be wrong with the plans of a content; each rule gives a reason for everything that is.</summary>
internal static class PlanRules
{
    private static readonly PlanKind[] Kinds = [PlanKind.Implementation, PlanKind.Test, PlanKind.Remediation];

    /// <summary>All of them, for an edit after the change was handed in.</summary>
    public static IEnumerable<Why> ProblemsOf(ChangeContent content) => Missing(content)
        .Concat(Repeated(content))
        .Concat(ReturnsRepeated(content))
        .Concat(ReturnsMisplaced(content))
        .Concat(LongerThanWork(content))
        .Concat(LongerThanBackOut(content))
        .Concat(ForeignOutages(content));

    /// <summary>Tasks are named when they are recorded: those of making and testing among themselves, those of undoing among themselves.</summary>
    public static IEnumerable<Why> Repeated(ChangeContent content) =>
        Twins(content.ImplementationPlan.Tasks.Concat(content.TestPlan.Tasks), "the implementation and test plans")
            .Concat(Twins(content.RemediationPlan.Tasks, "the remediation plan"));

    public static IEnumerable<Why> ReturnsRepeated(ChangeContent content) =>
        content.ImplementationPlan.Tasks.Where(task => task.IsPointOfNoReturn).ToList() is { Count: > 1 } points
            ? [Why.Because($"{points.Count} tasks are the point of no return.").Seeing("tasks", string.Join("; ", points.Select(task => task.Name))).CuredBy(Remedy.Do("Leave the first of them as the point of no return"))]
            : [];

    public static IEnumerable<Why> ReturnsMisplaced(ChangeContent content) => Kinds
        .Where(kind => kind != PlanKind.Implementation)
        .SelectMany(kind => content.PlanFor(kind).Tasks.Where(task => task.IsPointOfNoReturn).Select(task => (kind, task)))
        .Select(at => Why.Because($"The task '{at.task.Name}' of the {Word(at.kind)} plan is called the point of no return.")
            .CuredBy(Remedy.Do($"Name the task of the implementation plan after which there is no way back, not '{at.task.Name}'")));

    public static IEnumerable<Why> LongerThanWork(ChangeContent content) =>
        Longer(content.ImplementationPlan, "implementation", content.Effort?.Work, "work");

    public static IEnumerable<Why> LongerThanBackOut(ChangeContent content) =>
        Longer(content.RemediationPlan, "remediation", content.Effort?.BackOut, "back-out");

    public static IEnumerable<Why> ForeignOutages(ChangeContent content) => Kinds
        .SelectMany(kind => content.PlanFor(kind).Tasks)
        .SelectMany(task => task.Outages.Where(outage => !content.Services.Contains(outage.Service)).Select(outage => (task, outage)))
        .Select(at => Why.Because($"The task '{at.task.Name}' takes {at.outage.Service} down, which is not among the affected services.")
            .CuredBy(Remedy.Do($"Add {at.outage.Service} to the affected services, or leave it out of the task")));

    public static string Word(PlanKind kind) => kind switch
    {
        PlanKind.Implementation => "implementation",
        PlanKind.Test => "test",
        _ => "remediation",
    };

    private static IEnumerable<Why> Missing(ChangeContent content) => Kinds
        .Where(kind => content.PlanFor(kind).Tasks.Count == 0)
        .Select(kind => Why.Because($"The content would name no {Word(kind)} plan any more.").CuredBy(Remedy.Do($"Keep a {Word(kind)} plan")));

    private static IEnumerable<Why> Twins(IEnumerable<PlanTask> tasks, string where) => tasks
        .GroupBy(task => task.Name, StringComparer.Ordinal)
        .Where(alike => alike.Count() > 1)
        .Select(alike => Why.Because(FormattableString.Invariant($"{alike.Count()} tasks of {where} are called '{alike.Key}'.")).CuredBy(Remedy.Do("Give each of them a name of its own")));

    // What is not stated is not judged; what is stated is a least length, so it must fit already.
    private static IEnumerable<Why> Longer(ChangePlan plan, string kind, Duration? limit, string part) => plan.StatedLength is var length && length > limit
        ? [Why.Because($"The tasks of the {kind} plan take {length.ToText()}, and the effort holds {limit.Value.ToText()} for {part}.").CuredBy(Remedy.Do($"State an effort with {length.ToText()} for {part}, or shorten the {kind} plan"))]
        : [];
}
