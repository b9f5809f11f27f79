using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>What a count of votes comes to (S-21).</summary>
public sealed record Tally
{
    private Tally(Quorum quorum, ValueList<ActorId> approvers, ValueList<StruckVote> struck, ValueList<ActorId> open) =>
        (Quorum, Approvers, Struck, Open) = (quorum, approvers, struck, open);

    /// <summary>What was asked for.</summary>
    public Quorum Quorum { get; }

    /// <summary>The different people whose approvals count.</summary>
    public ValueList<ActorId> Approvers { get; }

    /// <summary>The votes that do not count, each with the reason.</summary>
    public ValueList<StruckVote> Struck { get; }

    /// <summary>The people who could still approve: in the role, not contributors, no counting vote yet.</summary>
    public ValueList<ActorId> Open { get; }

    /// <summary>How many more approvals are needed; never below zero.</summary>
    public int Missing => Math.Max(0, Quorum.Approvers - Approvers.Count);

    /// <summary>Whether enough different people approved.</summary>
    public bool IsSatisfied => Missing == 0;

    /// <summary>Whether the votes as they stand leave too few people to ever satisfy it.</summary>
    public bool IsUnreachable => Missing > Open.Count;

    internal static Tally Of(Ballot ballot, Quorum quorum, DirectorySnapshot directory)
    {
        var judged = ballot.Votes.Select(vote => (Vote: vote, Why: ballot.StruckBecause(vote, quorum, directory))).ToList();
        var counted = judged.Where(entry => entry.Why is null).Select(entry => entry.Vote).ToList();
        var voters = counted.Select(vote => vote.Voter).ToHashSet();
        return new Tally(
            quorum,
            counted.Where(vote => vote.Choice == VoteChoice.Approve).Select(vote => vote.Voter).Distinct().ToValueList(),
            judged.Where(entry => entry.Why is not null).Select(entry => new StruckVote(entry.Vote, entry.Why!)).ToValueList(),
            directory.MembersOf(quorum.Role).Where(person => !voters.Contains(person) && !ballot.Contributors.Include(person)).ToValueList());
    }
}

/// <summary>A vote that does not count.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Why">Why not, as the rest of a sentence.</param>
public sealed record StruckVote(Vote Vote, string Why);
