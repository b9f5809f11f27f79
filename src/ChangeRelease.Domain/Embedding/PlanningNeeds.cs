using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What has to be known and true of a change or a release before it can be planned.</summary>
internal static class PlanningNeeds
{
    /// <summary>It was opened.</summary>
    public static Requirement<PlanningSubject> Known { get; } = Requirement.For<PlanningSubject>("planning.subject.unknown")
        .Says("What is to be planned is known.")
        .IsMetWhen(subject => subject.Status is not null)
        .Explains(subject => Why.Because($"There is no {subject.Item}."))
        .CuredBy(Remedy.Do("Name one that was opened"));

    /// <summary>It is approved, scheduled or not, and has not begun (S-54).</summary>
    public static Requirement<PlanningSubject> Ready { get; } = Requirement.For<PlanningSubject>("planning.subject.not-ready")
        .Says("What is planned is approved and has not begun.")
        .IsMetWhen(subject => subject.Status?.Phase == Phase.Ready)
        .Explains(subject => Why.Because($"It is {subject.Status}."))
        .CuredBy(Remedy.Do("Have it approved, or leave it out"));

    /// <summary>How long it takes is known (S-47).</summary>
    public static Requirement<PlanningSubject> Effort { get; } = Requirement.For<PlanningSubject>("planning.effort.missing")
        .Says("It is known how long it takes.")
        .IsMetWhen(subject => subject.Effort is not null)
        .Explains(_ => Why.Because("The content does not say how long it takes."))
        .CuredBy(Remedy.Do("Amend the content: state an effort"));

    /// <summary>Services and environments are known (S-50).</summary>
    public static Requirement<PlanningSubject> Targets { get; } = Requirement.For<PlanningSubject>("planning.targets.missing")
        .Says("It is known on what it is made.")
        .IsMetWhen(subject => subject.Question is not null)
        .Explains(_ => Why.Because("The content names no service, or no environment."))
        .CuredBy(Remedy.Do("Amend the content: name services and environments"));

    /// <summary>What rides on a release has its slots.</summary>
    public static Requirement<PlanningSubject> Ashore { get; } = Requirement.For<PlanningSubject>("planning.change.aboard")
        .Says("What rides on a release is planned with it.")
        .IsMetWhen(subject => subject.Aboard is null)
        .Explains(subject => Why.Because($"It rides on {subject.Aboard}."))
        .CuredBy(Remedy.Do("Plan the release"));

    /// <summary>Every reason for which a subject cannot be planned.</summary>
    public static ValueList<Refusal> Refusals(PlanningSubject subject) => subject.Status is null
        ? Broken(subject, Known)
        : Broken(subject, Ready, Effort, Targets, Ashore);

    /// <summary>A change that waits for others of which nobody knows when they will be made.</summary>
    public static Refusal Waiting(IEnumerable<PlanningDependency> dependencies) => Refusal.Of(
        "planning.dependency.unplanned",
        "What others are needed for comes after them.",
        Why.Because($"It depends on {string.Join(", ", dependencies.Select(dependency => dependency.Change))}, which is neither made, nor scheduled, nor planned here.").CuredBy(Remedy.Do("Plan both together")));

    /// <summary>No place was left in any window that was tried.</summary>
    public static Refusal Crowded(string where) => Refusal.Of(
        "planning.places.full", "Windows hold only so many.", Why.Because($"{where} is full, and so was what was tried before.").CuredBy(Remedy.Do("Plan a longer horizon")));

    private static ValueList<Refusal> Broken(PlanningSubject subject, params Requirement<PlanningSubject>[] needs) =>
        needs.Where(need => !need.IsMetBy(subject)).SelectMany(need => need.Refuse(subject)).ToValueList();
}
