using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether all of the slot is open (S-45) and beside every closure.</summary>
internal sealed class OpeningCheck(ProblemReading problem) : IPlacementCheck
{
    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others)
    {
        foreach (var times in item.Times.Where(times => !problem.IsOpen(times, slot)))
        {
            yield return new PlanViolation(PlanViolationCodes.TimesClosed, times.Name, [item.Id], $"{slot} is not open all the time in {times}.");
        }

        foreach (var closure in problem.Draft.Closures.Where(closure => IsAbout(closure, item) && closure.Span.Overlaps(slot)))
        {
            yield return new PlanViolation(PlanViolationCodes.ClosureOverlapped, closure.Name, [item.Id], $"{slot} overlaps {closure.Name}, {closure.Span}.");
        }
    }

    private static bool IsAbout(Closure closure, WorkItem item) => closure is { Items: [], Resources: [] } || closure.Items.Contains(item.Id);
}
