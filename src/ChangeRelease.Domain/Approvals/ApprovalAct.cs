namespace ChangeRelease.Domain.Approvals;

/// <summary>The acts that a policy can ask approvals for.</summary>
public enum ApprovalAct
{
    /// <summary>Authorizing a change before it is made, or letting a release go.</summary>
    Authorize,

    /// <summary>Ratifying afterwards what was done without waiting.</summary>
    Ratify,
}
