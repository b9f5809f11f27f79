using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What carrying a vote over to amended content asks for (S-25).</content>
public static partial class Needs
{
    /// <summary>The requirements on who carries a vote over.</summary>
    public static ProcessOwnerNeeds<ChangeAttempt> CarriedOverBy { get; } =
        new("change", "carry-over", attempt => attempt.Stamp, attempt => attempt.Facts.Directory, attempt => attempt.Ballot.Contributors);

    /// <summary>An amendment voided a vote of the voter, and they cast none since.</summary>
    public static Requirement<ChangeAttempt> VoteToCarryOver { get; } = Need(
            "change.carry-over.vote-missing",
            "An amendment voided a vote of the voter, and they cast none since.",
            attempt => attempt.Command is CarryOverVote { Voter: var voter } && attempt.Change.VoidedVoteOf(voter) is not null && !attempt.Change.Votes.Any(vote => vote.Voter == voter))
        .Explains(attempt => Why.Because("There is no voided vote of that voter to carry over, or another vote of theirs stands.")
            .Seeing("voided votes", attempt.Change.VoidedVotes.Select(vote => vote.Voter).ToValueList()))
        .CuredBy(Remedy.Do("Name a voter whose vote was voided, and who did not vote since"))
        .About(ChangeParameters.Voter);
}
