namespace ChangeRelease.Domain.Approvals;

/// <summary>What a vote says.</summary>
public enum VoteChoice
{
    /// <summary>Yes.</summary>
    Approve,

    /// <summary>No.</summary>
    Reject,

    /// <summary>Neither; the voter takes no part in the quorum.</summary>
    Abstain,
}
