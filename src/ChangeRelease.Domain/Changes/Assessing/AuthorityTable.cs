using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Who may authorize, by risk and, where the host wants it, by impact.</summary>
/// <param name="Rows">A row for each impact; across stand the risks.</param>
public sealed record AuthorityTable(ValueList<GradeRow<AuthorityId>> Rows)
{
    private const string Place = "authorities";

    /// <summary>A team lead for what is low, a change manager for what is medium, and the board for the rest.</summary>
    public static AuthorityTable Plain { get; } =
        ByRisk(AuthorityId.TeamLead, AuthorityId.ChangeManager, AuthorityId.Cab, AuthorityId.Cab) with { Order = [AuthorityId.TeamLead, AuthorityId.ChangeManager, AuthorityId.Cab] };

    /// <summary>The authorities, the weakest first: with it, no higher risk or impact may go to a weaker one. Empty when the host does not rank them.</summary>
    public ValueList<AuthorityId> Order { get; init; } = [];

    private GradeGrid<AuthorityId> Grid => new(Place, "impact", "risk", Rows);

    /// <summary>A table in which the risk alone decides.</summary>
    /// <param name="low">For a low risk.</param>
    /// <param name="medium">For a medium risk.</param>
    /// <param name="high">For a high risk.</param>
    /// <param name="critical">For a critical risk.</param>
    /// <returns>The table.</returns>
    public static AuthorityTable ByRisk(AuthorityId low, AuthorityId medium, AuthorityId high, AuthorityId critical) =>
        new(Grades.All.Select(impact => new GradeRow<AuthorityId>(impact, low, medium, high, critical)).ToValueList());

    /// <summary>Who may authorize.</summary>
    /// <param name="impact">How much is touched.</param>
    /// <param name="risk">How great the risk is.</param>
    /// <returns>The authority.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table has no row for <paramref name="impact"/>, or one of them is no grade.</exception>
    public AuthorityId For(Grade impact, Grade risk) => Grid.At(impact, risk);

    internal IEnumerable<AssessmentFault> Faults()
    {
        var faults = Grid.Faults(authority => authority is not null).Concat(OrderFaults()).ToList();
        return faults.Count > 0 || Order.Count == 0 ? faults : Grid.Falls(Order.ToList().IndexOf)
            .Select(fall => new AssessmentFault("assessment.authority.weaker", fall.At, $"The authority falls from {fall.From} to {fall.To}, which is weaker; give at least {fall.From}."));
    }

    private IEnumerable<AssessmentFault> OrderFaults() => Order
        .GroupBy(authority => authority)
        .Where(same => same.Count() > 1)
        .Select(same => new AssessmentFault("assessment.authority.ranked-twice", $"{Place}, order", $"'{same.Key}' is ranked more than once; rank it once."))
        .Concat(Unranked().Select(authority => new AssessmentFault("assessment.authority.not-ranked", $"{Place}, order", $"'{authority}' is not among the authorities in order; rank it, too.")));

    private IEnumerable<AuthorityId> Unranked() => Order.Count == 0
        ? []
        : Rows.SelectMany(row => Grades.All.Select(row.For)).Where(authority => authority is not null).Distinct().Except(Order);
}
