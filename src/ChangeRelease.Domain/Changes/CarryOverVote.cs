using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Lets a vote that an amendment voided stand for the present content: an act of its own with its reason, never a recomputation (S-25).</summary>
/// <remarks>A process owner does it who had no hand in the change. The vote keeps its voice, its choice and its age.</remarks>
/// <param name="Voter">Whose vote.</param>
/// <param name="Reason">Why the amendment does not touch what the voter looked at; not blank.</param>
public sealed record CarryOverVote(ActorId Voter, string Reason) : ChangeCommand
{
    /// <summary>Why the amendment does not touch what the voter looked at; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.CarryOver;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model)
    {
        var vote = attempt.Change.VoidedVoteOf(Voter)!;
        return new VoteCarriedOver(header, vote with { Seen = attempt.Change.Digest }, vote.Seen, Reason);
    }
}
