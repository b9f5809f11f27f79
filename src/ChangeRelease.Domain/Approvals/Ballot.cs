using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Everything that the counting of votes looks at: the subject's votes and content, and the facts (S-2).</summary>
/// <param name="Rule">What the policy asks for; null when there is no policy, or it does not name this act.</param>
/// <param name="Directory">Who is in which role; null when it could not be looked up.</param>
/// <param name="Content">The digest of the content as it is now.</param>
/// <param name="Votes">The votes that stand.</param>
/// <param name="Contributors">Who had a hand in the content, and who does not approve for their sake.</param>
/// <param name="Now">The instant of the decision.</param>
public sealed record Ballot(
    ApprovalRule? Rule,
    DirectorySnapshot? Directory,
    Digest Content,
    ValueList<Vote> Votes,
    Contributors Contributors,
    Instant Now)
{
    /// <summary>How many approvers more than usual are asked for; none unless something is overdue (S-33).</summary>
    public int More { get; init; }

    /// <summary>Counts the votes.</summary>
    /// <returns>The tally.</returns>
    /// <exception cref="InvalidOperationException">There is no rule or no directory to count by; ask for them first.</exception>
    public Tally Count() => Rule is { } rule && Directory is { } directory
        ? Tally.Of(this, rule, directory)
        : throw new InvalidOperationException("Votes are counted by a rule and a directory, and one of them is missing.");

    /// <summary>The vote that a paper is, handed in by an actor; a service account uses its owner's voice (S-24).</summary>
    /// <param name="paper">What it says.</param>
    /// <param name="stamp">Who hands it in, and when.</param>
    /// <returns>The vote, with the chain of delegations that it came along.</returns>
    public Vote Cast(VotingPaper paper, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(stamp);
        var person = stamp.Actor.Voice;
        return new Vote(person, paper.Choice, paper.Seen, stamp.At, paper.Reason)
        {
            Through = stamp.Actor.IsService ? stamp.Actor.Id : null,
            Chain = paper.OnBehalfOf is { } seat && seat != person ? Directory?.DelegationsAt(stamp.At).Chain(seat, person) ?? [seat, person] : [],
        };
    }

    /// <summary>The vote that a board's decision is, recorded by an actor; a service account records for its owner (S-22, S-24).</summary>
    /// <param name="paper">What was decided.</param>
    /// <param name="stamp">Who records it, and when.</param>
    /// <returns>The vote: the board's, whoever recorded it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Vote Cast(BoardPaper paper, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return Cast(new VotingPaper(paper.Choice, paper.Seen, null, paper.Reason), stamp) with { Board = new BoardDecision(paper.Board, paper.Attendance) };
    }
}
