using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Everything that a plan says, as plain values: of a <see cref="Plan"/>, or of a plan from elsewhere.</summary>
public sealed record PlanClaims
{
    /// <summary>What is planned, and where.</summary>
    public ValueList<PlacedItem> Placed { get; init; } = [];

    /// <summary>What is said to be left out; null when nothing is said, and all the others are meant.</summary>
    public ValueList<WorkItemId>? LeftOut { get; init; }

    /// <summary>What it is said to cost; null when nothing is said.</summary>
    public ScoreClaim? Score { get; init; }

    /// <summary>What no plan is said to be better than; null when nothing is said.</summary>
    public BoundClaim? Bound { get; init; }

    /// <summary>What is said to be in the way of items.</summary>
    public ValueList<ReasonClaim> Reasons { get; init; } = [];

    /// <summary>What a plan says, its reasons included: every leftover, and for every planned item why it is not earlier.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static PlanClaims Of(Plan plan)
    {
        var claims = WithoutReasons(plan);
        return claims with { Reasons = plan.Leftovers.Select(Of).Concat(plan.Items.Select(planned => Of(planned.Item.Id, plan.WhyNotEarlier(planned.Item.Id)))).ToValueList() };
    }

    /// <summary>What a plan says, without the reasons, which take long for thousands of items.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static PlanClaims WithoutReasons(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var planned = plan.Items.Select(item => item.Item.Id).ToHashSet();
        return new PlanClaims
        {
            Placed = plan.Items.Select(PlacedItem.Of).ToValueList(),
            LeftOut = plan.IsComplete ? [] : plan.Problem.Items.Select(item => item.Id).Where(item => !planned.Contains(item)).ToValueList(),
            Score = ScoreClaim.Of(plan.Score),
            Bound = BoundClaim.Of(plan.Gap),
        };
    }

    private static ReasonClaim Of(Leftover leftover) => Of(leftover.Item.Id, leftover.Obstacles);

    private static ReasonClaim Of(WorkItemId item, ValueList<PlanObstacle> obstacles) => new(item, obstacles.Select(ObstacleClaim.Of).ToValueList());
}
