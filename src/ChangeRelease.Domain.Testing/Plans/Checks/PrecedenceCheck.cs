using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether an item is as far as it must be from what it depends on and from what depends on it (S-53).</summary>
internal sealed class PrecedenceCheck(ProblemReading problem) : IPlacementCheck
{
    private readonly ILookup<WorkItemId, Precedence> _bySecond = problem.Draft.Precedences.ToLookup(precedence => precedence.Second);
    private readonly ILookup<WorkItemId, Precedence> _byFirst = problem.Draft.Precedences.ToLookup(precedence => precedence.First);

    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others)
    {
        foreach (var precedence in _bySecond[item.Id])
        {
            if (others.Find(precedence.First) is { } first && Broken(precedence, first, slot) is { } violation)
            {
                yield return violation with { Items = [item.Id, precedence.First] };
            }
        }

        foreach (var precedence in _byFirst[item.Id])
        {
            if (others.Find(precedence.Second) is { } second && Broken(precedence, slot, second) is { } violation)
            {
                yield return violation with { Items = [item.Id, precedence.Second] };
            }
        }
    }

    /// <summary>What an item depends on and is not there.</summary>
    public IEnumerable<PlanViolation> Missing(WorkItemId item, Arrangement all) => _bySecond[item]
        .Where(precedence => !all.Has(precedence.First))
        .Select(precedence => new PlanViolation(
            PlanViolationCodes.DependencyLeftOut, precedence.ToString(), [item, precedence.First], $"{item} is planned; it depends on {precedence.First}, which is left out."));

    private static PlanViolation? Broken(Precedence precedence, Slot first, Slot second)
    {
        var distance = DistanceOf(precedence.Kind, first, second);
        return distance < precedence.AtLeast ? Violation(PlanViolationCodes.PrecedenceTooClose, "at least", precedence.AtLeast.Value)
            : distance > precedence.AtMost ? Violation(PlanViolationCodes.PrecedenceTooFar, "at most", precedence.AtMost.Value)
            : null;

        PlanViolation Violation(string code, string asked, Duration bound) =>
            new(code, precedence.ToString(), [], $"{precedence}: the distance is {distance.ToText()}, and is {asked} {bound.ToText()}.");
    }

    private static Duration DistanceOf(PrecedenceKind kind, Slot first, Slot second) => kind switch
    {
        PrecedenceKind.EndToStart => second.Start - first.End,
        PrecedenceKind.StartToStart => second.Start - first.Start,
        PrecedenceKind.EndToEnd => second.End - first.End,
        PrecedenceKind.StartToEnd => second.End - first.Start,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of precedence."),
    };
}
