using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What a change says about the changes that must be made before it.</content>
public static partial class Needs
{
    /// <summary>The change does not depend on itself.</summary>
    public static Requirement<ChangeAttempt> DependsOnOthers { get; } = Need(
            "change.dependency.self", "The change does not depend on itself.", attempt => !attempt.ContentAfter.DependsOn.Contains(attempt.Change.Id) || KeepsDependencies(attempt))
        .Explains(attempt => Why.Because($"{attempt.Change.Id} is among the changes that {attempt.Change.Id} depends on."))
        .CuredBy(Remedy.Do("Leave the change itself out of what it depends on"))
        .About(ChangeParameters.Content);

    /// <summary>Every change that is reached is known (S-4).</summary>
    public static Requirement<ChangeAttempt> DependenciesKnown { get; } = Need(
            "change.dependency.unknown", "Every change that it depends on, itself or by way of others, is known.", attempt => KeepsDependencies(attempt) || Graph(attempt).Unknown().Count == 0)
        .Explains(attempt => Graph(attempt).Unknown().Select(id => Why.Because($"Nothing is known of {id}: there is no such change, or too many changes lie between.")
            .CuredBy(Remedy.Do($"Open {id} first, or leave it out of what the change depends on"))))
        .About(ChangeParameters.Content);

    /// <summary>No changes wait for each other in a circle (S-53).</summary>
    public static Requirement<ChangeAttempt> DependenciesAcyclic { get; } = Need(
            "change.dependency.cycle", "No changes depend on each other in a circle.", attempt => KeepsDependencies(attempt) || Graph(attempt).Circle() is null)
        .Explains(attempt => Why.Because($"They depend on each other: {Way(Graph(attempt).Circle()!)}.").CuredBy(Remedy.Do("Leave one of them out of what another depends on")))
        .About(ChangeParameters.Content)
        .After(DependenciesKnown);

    /// <summary>What must be made before is made, and stands (S-53).</summary>
    public static Requirement<ChangeAttempt> DependenciesMade { get; } = Need(
            "change.dependency.not-made", "Every change that it depends on was made, and stands.", attempt => !Waiting(attempt).Any())
        .Explains(attempt => Waiting(attempt).Select(id => WaitingFor(id, Graph(attempt).Find(id))).Concat(Circular(attempt)))
        .After(DependsOnOthers);

    private static DependencyGraph Graph(ChangeAttempt attempt) => attempt.Dependencies;

    // An edit of something else leaves what was judged before.
    private static bool KeepsDependencies(ChangeAttempt attempt) =>
        !ReferenceEquals(attempt.ContentAfter, attempt.Change.Content) && attempt.ContentAfter.DependsOn.Equals(attempt.Change.Content.DependsOn);

    private static IEnumerable<ChangeId> Waiting(ChangeAttempt attempt) => Graph(attempt).Direct.Where(id => Graph(attempt).Find(id) is not { IsMade: true });

    private static Why WaitingFor(ChangeId id, DependencyStanding? standing) => standing switch
    {
        null => Why.Because($"Nothing is known of {id}.").CuredBy(Remedy.Do($"Amend the content: leave {id} out, or name a change that exists")),
        { Status: var at } when at == ChangeStates.Closed || at == ChangeStates.Canceled => Why.Because($"{id} ended in {at} and does not stand.").Seeing("depends on", standing)
            .CuredBy(Remedy.Do($"Amend the content: depend on a change that does what {id} did not")),
        { Status: var at } => Why.Because($"{id} is in {at}.").Seeing("depends on", standing).CuredBy(Remedy.Do($"Complete {id} first")),
    };

    // Two edits at the same time can close a circle that neither of them saw: then all of them wait forever.
    private static IEnumerable<Why> Circular(ChangeAttempt attempt) => Graph(attempt).Circle(isWaiting: true) is { } circle
        ? [Why.Because($"They wait for each other: {Way(circle)}.").CuredBy(Remedy.Do("Amend one of them: leave the other out of what it depends on"))]
        : [];

    private static string Way(ValueList<ChangeId> circle) => string.Join(" \u2192 ", circle);
}
