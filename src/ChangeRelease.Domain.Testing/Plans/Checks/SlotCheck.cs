using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>The slot by itself: grid, length, horizon, and what the item asks of its start and end.</summary>
internal sealed class SlotCheck(ProblemReading problem) : IPlacementCheck
{
    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others)
    {
        if (!problem.Grid.Has(slot.Start))
        {
            yield return Found(PlanViolationCodes.SlotOffGrid, $"It starts at {slot.Start.ToText()}, which is no whole number of {problem.Draft.Grid.ToText()}.");
        }

        if (slot.Length != problem.LayoutOf(item.Id).Total)
        {
            yield return Found(PlanViolationCodes.SlotWrongLength, $"It takes {slot.Length.ToText()}; its parts, each in whole {problem.Draft.Grid.ToText()}, are {problem.LayoutOf(item.Id).Total.ToText()}.");
        }

        if (!problem.Draft.Horizon.Contains(slot))
        {
            yield return Found(PlanViolationCodes.SlotOutsideHorizon, $"{slot} is not within the horizon {problem.Draft.Horizon}.");
        }

        foreach (var violation in OfWishes(item, slot, Found))
        {
            yield return violation;
        }

        PlanViolation Found(string code, string message) => new(code, string.Empty, [item.Id], message);
    }

    private IEnumerable<PlanViolation> OfWishes(WorkItem item, Slot slot, Func<string, string, PlanViolation> found)
    {
        if (slot.Start < item.NotBefore)
        {
            yield return found(PlanViolationCodes.StartTooEarly, $"It starts at {slot.Start.ToText()}, before {item.NotBefore.Value.ToText()}.");
        }

        if (slot.End > item.Deadline)
        {
            yield return found(PlanViolationCodes.EndTooLate, $"It ends at {slot.End.ToText()}, after its deadline {item.Deadline.Value.ToText()}.");
        }

        if (item.Fixed is { } moment && slot.Start != moment)
        {
            yield return found(PlanViolationCodes.StartNotFixed, $"It starts at {slot.Start.ToText()}, and is fixed at {moment.ToText()}.");
        }

        if (!item.MayMove && problem.Before.TryGetValue(item.Id, out var before) && slot.Start != before)
        {
            yield return found(PlanViolationCodes.StartMoved, $"It starts at {slot.Start.ToText()}, and may not move from {before.ToText()}.");
        }
    }
}
