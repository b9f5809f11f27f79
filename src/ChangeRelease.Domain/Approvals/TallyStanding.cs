namespace ChangeRelease.Domain.Approvals;

/// <summary>How far the votes have come (S-21).</summary>
public enum TallyStanding
{
    /// <summary>Those who are asked approved.</summary>
    Satisfied,

    /// <summary>Not yet, and people who have not spoken could still complete it.</summary>
    Pending,

    /// <summary>Not even if everybody who has not spoken approved.</summary>
    Unreachable,
}
