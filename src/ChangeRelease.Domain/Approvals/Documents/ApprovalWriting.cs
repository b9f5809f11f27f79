using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Makes the model of a document from a policy.</summary>
internal static class ApprovalWriting
{
    public static PolicyEntry Entry(ApprovalPolicy policy) => new()
    {
        Format = ApprovalDocument.Format,
        Id = policy.Id.Value,
        Version = policy.Version,
        Rules = [.. policy.Rules.Select(Entry)],
        Separations = policy.Separations.Count == 0 ? null : [.. policy.Separations.Select(Entry)],
    };

    private static RuleEntry Entry(ApprovalRule rule) => new()
    {
        Class = rule.SubjectClass,
        Act = rule.Act,
        Authority = rule.Authority?.Value,
        Validity = rule.Validity is { } validity ? PeriodPattern.Roundtrip.Format(Period.FromNanoseconds(validity.ToInt64Nanoseconds()).Normalize()) : null,
        Asks = Entry(rule.Asks),
    };

    private static SeparationEntry Entry(Separation pair) => new() { Contributing = Entry(pair.Contributing), Approving = Entry(pair.Approving) };

    private static PartyEntry Entry(Party party) => new() { Person = party.Person?.Value, Role = party.Role?.Value };

    private static ExpressionEntry Entry(ApprovalExpression asks) => asks switch
    {
        PersonApproves it => new() { Person = it.Person.Value },
        RoleApproves { Threshold.IsShare: true } it => new() { Role = it.Role.Value, Share = FormattableString.Invariant($"{it.Threshold.Numerator}/{it.Threshold.Denominator}") },
        RoleApproves it => new() { Role = it.Role.Value, Count = it.Threshold.Numerator },
        BoardApproves it => new() { Board = it.Board.Value },
        AllOf it => new() { AllOf = Each(it.Of) },
        AnyOf it => new() { AnyOf = Each(it.Of) },
        AtLeast it => new() { AtLeast = it.Count, Of = Each(it.Of) },
        InSequence it => new() { InSequence = Each(it.Steps) },
        Distinct it => new() { Distinct = Entry(it.Of) },
        Vetoed it => VetoedBy(Entry(it.Of), it.Role),
        _ => throw new InvalidOperationException($"{asks} is of a kind that documents do not have."),
    };

    private static ExpressionEntry VetoedBy(ExpressionEntry of, RoleId role) => of with { VetoBy = [.. of.VetoBy ?? [], role.Value] };

    private static ExpressionEntry[] Each(ValueList<ApprovalExpression> parts) => [.. parts.Select(Entry)];
}
