using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether every item is in one place: planned once, or left out.</summary>
internal sealed class RollCheck(ProblemReading problem)
{
    public IEnumerable<PlanViolation> Of(PlanClaims claims)
    {
        foreach (var same in claims.Placed.GroupBy(placed => placed.Item).OrderBy(same => same.Key))
        {
            if (problem.Find(same.Key) is null)
            {
                yield return new PlanViolation(PlanViolationCodes.ItemUnknown, string.Empty, [same.Key], $"The problem has no item '{same.Key}'.");
            }

            if (same.Count() > 1)
            {
                yield return new PlanViolation(PlanViolationCodes.ItemTwice, string.Empty, [same.Key], $"{same.Key} is planned more than once.");
            }
        }

        foreach (var violation in claims.LeftOut is { } leftOut ? Of(claims, leftOut) : [])
        {
            yield return violation;
        }
    }

    private IEnumerable<PlanViolation> Of(PlanClaims claims, ValueList<WorkItemId> leftOut)
    {
        var placed = claims.Placed.Select(one => one.Item).ToHashSet();
        foreach (var item in problem.Draft.Items.Select(item => item.Id).Where(item => placed.Contains(item) == leftOut.Contains(item)))
        {
            yield return new PlanViolation(
                PlanViolationCodes.ItemUnaccounted, string.Empty, [item], $"{item} is {(placed.Contains(item) ? "both planned and" : "neither planned nor")} left out.");
        }

        foreach (var stranger in leftOut.Where(item => problem.Find(item) is null))
        {
            yield return new PlanViolation(PlanViolationCodes.ItemUnknown, string.Empty, [stranger], $"The problem has no item '{stranger}'.");
        }
    }
}
