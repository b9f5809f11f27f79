using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Whose approvals are needed, for each class of subject and each act.</summary>
/// <remarks>What it does not name nobody can approve (S-8).</remarks>
/// <param name="Id">The policy's name.</param>
/// <param name="Version">The policy's version; it is recorded with every decision.</param>
/// <param name="Rules">One rule for each class and act; where two name the same, neither holds.</param>
public sealed record ApprovalPolicy(PolicyId Id, int Version, ValueList<ApprovalRule> Rules)
{
    /// <summary>The quorum for an act.</summary>
    /// <param name="subjectClass">A change model's id or a release type's name.</param>
    /// <param name="act">The act.</param>
    /// <returns>The quorum, or null when the policy does not name exactly one.</returns>
    public Quorum? QuorumFor(string subjectClass, ApprovalAct act)
    {
        var found = Rules.Where(rule => rule.Act == act && string.Equals(rule.SubjectClass, subjectClass, StringComparison.Ordinal)).Take(2).ToList();
        return found is [var only] ? only.Quorum : null;
    }

    /// <summary>Name and version.</summary>
    /// <returns>For example <c>approvals@3</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}");
}

/// <summary>One line of a policy.</summary>
/// <param name="SubjectClass">A change model's id or a release type's name.</param>
/// <param name="Act">The act that needs approval.</param>
/// <param name="Quorum">Who must approve.</param>
public sealed record ApprovalRule(string SubjectClass, ApprovalAct Act, Quorum Quorum);
