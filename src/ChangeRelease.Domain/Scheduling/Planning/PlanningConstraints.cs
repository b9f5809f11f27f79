using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Lists everything that a draft asks.</summary>
internal static class PlanningConstraints
{
    public static IEnumerable<PlanningConstraint> Of(PlanningDraft draft) =>
    [
        .. draft.Closures.Select(OfClosure),
        .. draft.Limits.Select(OfLimit),
        .. draft.Rules.Where(rule => rule.IsHard).Select(OfRule),
        .. draft.Exclusions.Select(OfExclusion),
        .. draft.Precedences.Select(OfPrecedence),
        .. draft.Resources.SelectMany(OfResource),
        .. draft.Items.SelectMany(OfItem),
        OfHorizon(draft),
    ];

    private static IEnumerable<PlanningConstraint> OfItem(WorkItem item)
    {
        foreach (var times in item.Times)
        {
            yield return new PlanningConstraint(PlanningConstraintKind.Times, item.Id.ToString(), $"{item} is done within {times}.", $"Let {item} be done outside of {times}",
                draft => draft.With(item.Id, it => it with { Times = it.Times.Where(one => !ReferenceEquals(one, times)).ToValueList() }));
        }

        if (item.Fixed is { } start)
        {
            yield return new PlanningConstraint(PlanningConstraintKind.Fixed, item.Id.ToString(), $"{item} starts at {start.ToText()}.", $"Let {item} start at another time", draft => draft.With(item.Id, it => it with { Fixed = null }));
        }

        if (item.NotBefore is { } first)
        {
            yield return new PlanningConstraint(PlanningConstraintKind.NotBefore, item.Id.ToString(), $"{item} starts at {first.ToText()} or later.", $"Let {item} start earlier", draft => draft.With(item.Id, it => it with { NotBefore = null }));
        }

        if (item.Deadline is { } last)
        {
            yield return new PlanningConstraint(PlanningConstraintKind.Deadline, item.Id.ToString(), $"{item} ends by {last.ToText()}.", $"Move the deadline of {item}", draft => draft.With(item.Id, it => it with { Deadline = null }));
        }
    }

    private static PlanningDraft With(this PlanningDraft draft, WorkItemId id, Func<WorkItem, WorkItem> change) =>
        draft with { Items = draft.Items.Select(item => item.Id == id ? change(item) : item).ToValueList() };

    private static PlanningConstraint OfClosure(Closure closure) => new(
        PlanningConstraintKind.Closure, closure.Name, $"{closure.Name} closes {closure.Span}.", $"Lift {closure.Name}, or shorten it",
        draft => draft with { Closures = draft.Closures.Where(one => one.Name != closure.Name).ToValueList() });

    private static PlanningConstraint OfLimit(PlacementLimit limit) => new(
        PlanningConstraintKind.Limit, limit.Name, FormattableString.Invariant($"{limit.Name}: at most {limit.Most} a {(limit.Per == LimitPeriod.Week ? "week" : "day")}."), $"Raise the limit {limit.Name}",
        draft => draft with { Limits = draft.Limits.Where(one => one.Name != limit.Name).ToValueList() });

    private static PlanningConstraint OfRule(PlacementRule rule) => new(
        PlanningConstraintKind.Rule, rule.Name, $"The rule {rule.Name} holds.", $"Make an exception from {rule.Name}",
        draft => draft with { Rules = draft.Rules.Where(one => one.Name != rule.Name).ToValueList() });

    private static PlanningConstraint OfExclusion(Exclusion exclusion) => new(
        PlanningConstraintKind.Exclusion, exclusion.Name, $"{exclusion.Name}: {string.Join(", ", exclusion.Items)} do not overlap.", $"Let {string.Join(", ", exclusion.Items)} overlap",
        draft => draft with { Exclusions = draft.Exclusions.Where(one => one.Name != exclusion.Name).ToValueList() });

    // The second stays out where the first does: that does not change what a complete plan is.
    private static PlanningConstraint OfPrecedence(Precedence precedence) => new(
        PlanningConstraintKind.Precedence, $"{precedence.First}, {precedence.Second}", $"{precedence}.", $"Let {precedence.Second} not depend on {precedence.First}",
        draft => draft with { Precedences = draft.Precedences.Where(one => one != precedence).ToValueList() });

    private static IEnumerable<PlanningConstraint> OfResource(PlanningResource resource)
    {
        if (resource.Times.Count > 0)
        {
            yield return new PlanningConstraint(PlanningConstraintKind.ResourceTimes, resource.Id.ToString(), $"{resource.Id} is there within {string.Join(", ", resource.Times)}.", $"Have {resource.Id} at other times as well",
                draft => draft.With(resource.Id, it => it with { Times = [] }));
        }

        yield return new PlanningConstraint(PlanningConstraintKind.Capacity, resource.Id.ToString(), FormattableString.Invariant($"There is {resource.Capacity} of {resource.Id}."), $"Have more of {resource.Id}",
            draft => draft.With(resource.Id, it => it with { Capacity = WorkItem.Most }));
    }

    private static PlanningDraft With(this PlanningDraft draft, ResourceId id, Func<PlanningResource, PlanningResource> change) =>
        draft with { Resources = draft.Resources.Select(resource => resource.Id == id ? change(resource) : resource).ToValueList() };

    private static PlanningConstraint OfHorizon(PlanningDraft draft) => new(
        PlanningConstraintKind.Horizon, "horizon", $"Everything is done by {draft.Horizon.End.ToText()}.", "Plan further ahead",
        other => other with { Horizon = new Slot(other.Horizon.Start, other.Horizon.End + other.Horizon.Length) });
}
