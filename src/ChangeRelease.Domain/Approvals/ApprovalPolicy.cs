using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Whose approvals are needed, for each class of subject and each act.</summary>
/// <remarks>What it does not name nobody can approve (S-8).</remarks>
/// <param name="Id">The policy's name.</param>
/// <param name="Version">The policy's version; it is recorded with every decision.</param>
/// <param name="Rules">One rule for each class, act and authority; where two hold for the same, neither does.</param>
public sealed record ApprovalPolicy(PolicyId Id, int Version, ValueList<ApprovalRule> Rules)
{
    /// <summary>Parties that the host keeps apart, beside the contributors of a subject (S-24).</summary>
    public ValueList<Separation> Separations { get; init; } = [];

    /// <summary>The rule for an act.</summary>
    /// <param name="subjectClass">A change model's id, a release type's name, or <c>template</c>.</param>
    /// <param name="act">The act.</param>
    /// <param name="authority">The authority that the subject's risk asks for; null when none was decided.</param>
    /// <returns>The rule, or null when the policy does not name exactly one.</returns>
    public ApprovalRule? RuleFor(string subjectClass, ApprovalAct act, AuthorityId? authority = null)
    {
        var found = Rules.Where(rule => rule.IsFor(subjectClass, act, authority)).Take(2).ToList();
        return found is [var only] ? only : null;
    }

    /// <summary>Name and version.</summary>
    /// <returns>For example <c>approvals@3</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}");
}

/// <summary>One line of a policy.</summary>
public sealed record ApprovalRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="subjectClass">A change model's id, a release type's name, or <c>template</c>.</param>
    /// <param name="act">The act that needs approval.</param>
    /// <param name="asks">Whose approvals it asks for.</param>
    /// <param name="validity">How long an approval counts after it was given; at its end it counts no longer. Null when it does not expire.</param>
    /// <exception cref="ArgumentNullException"><paramref name="subjectClass"/> or <paramref name="asks"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="validity"/> is not positive, or longer than <see cref="LongestValidity"/>.</exception>
    public ApprovalRule(string subjectClass, ApprovalAct act, ApprovalExpression asks, Duration? validity = null)
    {
        ArgumentNullException.ThrowIfNull(subjectClass);
        ArgumentNullException.ThrowIfNull(asks);
        if (validity is { } given && (given <= Duration.Zero || given > LongestValidity))
        {
            throw new ArgumentOutOfRangeException(nameof(validity), "An approval must hold for some time, and at most a hundred years.");
        }

        (SubjectClass, Act, Asks, Validity) = (subjectClass, act, asks, validity);
    }

    /// <summary>The longest validity: a hundred years of 365.25 days.</summary>
    public static Duration LongestValidity { get; } = Duration.FromDays(36_525);

    /// <summary>A change model's id, a release type's name, or <c>template</c>.</summary>
    public string SubjectClass { get; }

    /// <summary>The act that needs approval.</summary>
    public ApprovalAct Act { get; }

    /// <summary>Whose approvals it asks for.</summary>
    public ApprovalExpression Asks { get; }

    /// <summary>How long an approval counts after it was given; null when it does not expire.</summary>
    public Duration? Validity { get; }

    /// <summary>The authority it is for; null when it is for whichever is decided.</summary>
    public AuthorityId? Authority { get; init; }

    internal bool IsFor(string subjectClass, ApprovalAct act, AuthorityId? authority) =>
        Act == act && string.Equals(SubjectClass, subjectClass, StringComparison.Ordinal) && (Authority is null || Authority == authority);
}
