using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether the host's own hard rules allow a slot, alone and beside each other item.</summary>
internal sealed class HostRuleCheck(ProblemReading problem) : IPlacementCheck
{
    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others)
    {
        foreach (var rule in problem.Draft.Rules)
        {
            if (!rule.Allows(item, slot))
            {
                yield return new PlanViolation(PlanViolationCodes.RuleBroken, rule.Name, [item.Id], $"The rule {rule.Name} does not allow {item.Id} at {slot}.");
            }

            foreach (var other in Forbidden(rule, item, slot, others))
            {
                yield return new PlanViolation(PlanViolationCodes.RuleBroken, rule.Name, [item.Id, other], $"The rule {rule.Name} does not allow {item.Id} at {slot} together with {other}.");
            }
        }
    }

    private IEnumerable<WorkItemId> Forbidden(PlacementRule rule, WorkItem item, Slot slot, Arrangement others) =>
        others.All.Where(other => other.Key != item.Id && !InOrder(rule.AllowsTogether, item, slot, problem.Of(other.Key), other.Value)).Select(other => other.Key);

    internal static T InOrder<T>(Func<WorkItem, Slot, WorkItem, Slot, T> ask, WorkItem one, Slot slot, WorkItem other, Slot others) =>
        one.Id.CompareTo(other.Id) < 0 ? ask(one, slot, other, others) : ask(other, others, one, slot);
}
