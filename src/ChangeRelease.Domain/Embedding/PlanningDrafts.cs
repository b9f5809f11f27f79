using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Makes a planning problem of changes and releases: a person does one thing at a time, nothing is beside something else on the same target, and what depends on something comes after it.</summary>
internal static class PlanningDrafts
{
    /// <summary>Those that can be planned, and why the others cannot.</summary>
    public static (ValueList<PlanningSubject> Fit, ValueList<Unplannable> Unplannable) Sort(ValueList<PlanningSubject> subjects)
    {
        var refused = subjects.ToDictionary(subject => subject.Item, PlanningNeeds.Refusals);
        while (subjects.FirstOrDefault(subject => refused[subject.Item].Count == 0 && Missing(subject, refused).Any()) is { } waiting)
        {
            refused[waiting.Item] = [PlanningNeeds.Waiting(Missing(waiting, refused))];
        }

        return (
            subjects.Where(subject => refused[subject.Item].Count == 0).ToValueList(),
            subjects.Where(subject => refused[subject.Item].Count > 0).Select(subject => new Unplannable(subject.Item, refused[subject.Item])).ToValueList());
    }

    public static PlanningDraft Of(PlanningOrder order, ValueList<PlanningSubject> fit, PlanningFacts facts)
    {
        var resources = fit.SelectMany(subject => subject.Targets.Select(PlanningNames.Of).Concat(subject.People.Select(PlanningNames.Of))).ToHashSet();
        var items = fit.Select(subject => subject.Item).ToHashSet();
        var notBefore = Instant.Max(order.Horizon.Start, facts.Now);
        return new PlanningDraft(order.Horizon)
        {
            Grid = order.Grid,
            Items = fit.Select(subject => subject.ToItem(facts.Calendar, notBefore)).ToValueList(),
            Resources = resources.Select(resource => new PlanningResource(resource, 1)).ToValueList(),
            Precedences = fit.SelectMany(subject => subject.DependsOn
                .Select(dependency => PlanningSheet.ItemOf(dependency.Change))
                .Where(items.Contains)
                .Select(first => new Precedence(first, subject.Item))).ToValueList(),
            Closures = facts.Others.SelectMany((other, number) => Closed(other.Holder, other.Holding, number, order.Horizon, resources)).ToValueList(),
            Objective = PlanningObjective.Ordinary with { Preference = 1 },
        };
    }

    // What depends on something waits for it, unless it is made, has slots, or is planned here as well.
    private static IEnumerable<PlanningDependency> Missing(PlanningSubject subject, Dictionary<WorkItemId, ValueList<Refusal>> refused) => subject.DependsOn
        .Where(dependency => !dependency.IsMade && dependency.Ends is null)
        .Where(dependency => !refused.TryGetValue(PlanningSheet.ItemOf(dependency.Change), out var refusals) || refusals.Count > 0);

    private static IEnumerable<Closure> Closed(HolderId holder, Holding holding, int number, Slot horizon, HashSet<ResourceId> resources)
    {
        var taken = holding.Targets.Select(PlanningNames.Of).Where(resources.Contains).Distinct().ToValueList();
        if (taken.Count > 0 && holding.Slot.Overlaps(horizon))
        {
            yield return new Closure(FormattableString.Invariant($"booked by {holder} ({number + 1})"), new Slot(Instant.Max(holding.Slot.Start, horizon.Start), Instant.Min(holding.Slot.End, horizon.End))) { Resources = taken };
        }
    }
}
