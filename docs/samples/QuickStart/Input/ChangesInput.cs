using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace QuickStart.Input;

/// <summary>What the changes file says: what the desks must know, and who wants to do what.</summary>
internal sealed record ChangesInput(FactBook Facts, ValueList<PlannedChange> Changes, ValueList<ReleasePlan> Releases);

/// <summary>A change request, and the people who take it through its life.</summary>
internal sealed record PlannedChange(ChangeId Id, string Type, ChangeContent Content, Actor Requester, Instant Opens)
{
    public Actor? Assessor { get; init; }

    public Grade Impact { get; init; }

    public Grade Risk { get; init; }

    public string Reasoning { get; init; } = string.Empty;

    public ValueList<Actor> Approvers { get; init; } = [];

    public Actor? Reviewer { get; init; }

    /// <summary>Who confirms that glass is broken; null when the change waits for its board.</summary>
    public Actor? SecondPerson { get; init; }

    /// <summary>The release it rides on; null when it has a slot of its own.</summary>
    public ReleaseId? Aboard { get; init; }

    /// <summary>A back-out plan that comes to mind only after the approval; null when the first was good.</summary>
    public ChangePlan? AmendedPlan { get; init; }

    /// <summary>Who makes the change: its first implementer, or who requested it.</summary>
    public Actor Implementer => Content.Implementers.Count > 0 ? Actor.Human(Content.Implementers[0]) : Requester;
}

/// <summary>A release, and the people who take it out.</summary>
internal sealed record ReleasePlan(ReleaseId Id, ReleaseContent Content, Package Built, Actor Owner, ValueList<Actor> Approvers, Instant NotBefore);
