using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>One person's voice on one content (S-22, S-23).</summary>
/// <param name="Voter">The person who voted; for a service account the person who answers for it (S-24).</param>
/// <param name="Choice">What the vote says.</param>
/// <param name="Seen">The digest of the content that the voter saw.</param>
/// <param name="At">When, in whole microseconds.</param>
/// <param name="Reason">Why, in the voter's words; may be empty.</param>
public sealed record Vote(ActorId Voter, VoteChoice Choice, Digest Seen, Instant At, string Reason)
{
    /// <summary>The chain of delegations, from whose voice it is to who used it, both included; empty when the voter used their own.</summary>
    public ValueList<ActorId> Chain { get; init; } = [];

    /// <summary>The service account that cast it for its owner; null when the voter did.</summary>
    public ActorId? Through { get; init; }

    /// <summary>The board's decision that the voter recorded; null for a person's vote.</summary>
    public BoardDecision? Board { get; init; }

    /// <summary>Whose voice it is.</summary>
    internal ActorId Seat => Chain.Count > 0 ? Chain[0] : Voter;

    /// <summary>The vote in words.</summary>
    /// <returns>For example <c>dan for petra (petra → dan): Approve</c>.</returns>
    public override string ToString() => $"{Whose()}: {Choice}";

    private string Whose() => Board is { } board ? $"{Voter} for the board {board.Board}" : Chain.Count > 0 ? $"{Voter} for {Chain[0]} ({string.Join(" → ", Chain)})" : Voter.Value;
}
