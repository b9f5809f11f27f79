using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether a resource is there, and enough of it at every instant.</summary>
internal sealed class ResourceCheck(ProblemReading problem) : IPlacementCheck
{
    private readonly ILookup<ResourceId, (WorkItemId Item, Demand Demand)> _users =
        problem.Draft.Items.SelectMany(item => item.Demands.Select(demand => (item.Id, demand))).ToLookup(pair => pair.demand.Resource);

    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others)
    {
        foreach (var demand in item.Demands)
        {
            var resource = problem.Resources[demand.Resource];
            if (PartOf(item.Id, demand, slot) is not { } part)
            {
                continue;
            }

            foreach (var why in Absences(resource, part))
            {
                yield return new PlanViolation(PlanViolationCodes.ResourceAway, resource.Id.ToString(), [item.Id], $"{resource.Id} is taken during {part}, and is not there: {why}.");
            }

            if (Load(resource, item, demand, part, others) is { Most: var most, Items: var items } && most > resource.Capacity)
            {
                yield return new PlanViolation(
                    PlanViolationCodes.ResourceOverCapacity, resource.Id.ToString(), [item.Id, .. items], FormattableString.Invariant($"{most} of {resource.Id} are taken within {part}; there are {resource.Capacity}."));
            }
        }
    }

    private Slot? PartOf(WorkItemId item, Demand demand, Slot slot) => problem.LayoutOf(item).Of(demand.During, slot.Start);

    private IEnumerable<string> Absences(PlanningResource resource, Slot part) =>
    [
        .. resource.Times.Where(times => !problem.IsOpen(times, part)).Select(times => $"outside of {times}"),
        .. problem.Draft.Closures.Where(closure => closure.Resources.Contains(resource.Id) && closure.Span.Overlaps(part)).Select(closure => closure.Name),
    ];

    // What is taken only grows where something begins.
    private (long Most, ValueList<WorkItemId> Items) Load(PlanningResource resource, WorkItem item, Demand demand, Slot part, Arrangement others)
    {
        var meeting = _users[resource.Id]
            .Where(user => user.Item != item.Id && others.Has(user.Item))
            .Select(user => (user.Item, user.Demand.Amount, Part: PartOf(user.Item, user.Demand, others.Find(user.Item)!)))
            .Where(user => user.Part?.Overlaps(part) == true)
            .ToList();
        var most = meeting.Select(user => Instant.Max(user.Part!.Start, part.Start)).Append(part.Start)
            .Max(moment => meeting.Where(user => user.Part!.Contains(moment)).Sum(user => (long)user.Amount));
        return (most + demand.Amount, meeting.Select(user => user.Item).ToValueList());
    }
}
