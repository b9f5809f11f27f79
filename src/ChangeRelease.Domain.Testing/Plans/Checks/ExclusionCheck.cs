using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether an item keeps away from those that it excludes (S-50).</summary>
internal sealed class ExclusionCheck(ProblemReading problem) : IPlacementCheck
{
    private readonly ILookup<WorkItemId, Exclusion> _exclusions =
        problem.Draft.Exclusions.SelectMany(exclusion => exclusion.Items.Select(item => (item, exclusion))).ToLookup(pair => pair.item, pair => pair.exclusion);

    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others)
    {
        foreach (var exclusion in _exclusions[item.Id])
        {
            var near = exclusion.Items.Where(other => other != item.Id && others.Find(other) is { } taken && AreNear(slot, taken, exclusion)).ToValueList();
            if (near.Count > 0)
            {
                yield return new PlanViolation(
                    PlanViolationCodes.ExclusionOverlapped, exclusion.Name, [item.Id, .. near], $"{exclusion.Name}: {item.Id} is not {exclusion.Gap.ToText()} away from {string.Join(", ", near)}.");
            }
        }
    }

    private static bool AreNear(Slot one, Slot other, Exclusion exclusion) => one.Start < other.End + exclusion.Gap && other.Start < one.End + exclusion.Gap;
}
