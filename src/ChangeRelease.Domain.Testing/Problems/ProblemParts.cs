using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Takes a draft apart, for shrinking.</summary>
internal static class ProblemParts
{
    public static IEnumerable<(PlanningDraft Draft, string What)> Without(PlanningDraft draft) =>
    [
        .. draft.Items.Select(item => (Without(draft, item.Id), $"without {item}")),
        .. draft.Resources.Select(resource => (Without(draft, resource.Id), $"without {resource.Id}")),
        .. draft.Precedences.Select(one => (draft with { Precedences = Less(draft.Precedences, one) }, $"without {one}")),
        .. draft.Exclusions.Select(one => (draft with { Exclusions = Less(draft.Exclusions, one) }, $"without {one.Name}")),
        .. draft.Limits.Select(one => (draft with { Limits = Less(draft.Limits, one) }, $"without {one.Name}")),
        .. draft.Closures.Select(one => (draft with { Closures = Less(draft.Closures, one) }, $"without {one.Name}")),
        .. draft.Rules.Select(one => (draft with { Rules = Less(draft.Rules, one) }, $"without {one.Name}")),
        .. draft.Items.SelectMany(item => Simpler(item).Select(simple => (draft with { Items = Instead(draft.Items, item, simple) }, $"with a simpler {item}"))),
    ];

    private static PlanningDraft Without(PlanningDraft draft, WorkItemId id) => draft with
    {
        Items = draft.Items.Where(item => item.Id != id).ToValueList(),
        Precedences = draft.Precedences.Where(precedence => precedence.First != id && precedence.Second != id).ToValueList(),
        Exclusions = draft.Exclusions.Select(exclusion => exclusion with { Items = Less(exclusion.Items, id) }).Where(exclusion => exclusion.Items.Count > 1).ToValueList(),
        Closures = draft.Closures.Where(closure => closure is not { Items: [var only], Resources: [] } || only != id).Select(closure => closure with { Items = Less(closure.Items, id) }).ToValueList(),
    };

    private static PlanningDraft Without(PlanningDraft draft, ResourceId id) => draft with
    {
        Resources = draft.Resources.Where(resource => resource.Id != id).ToValueList(),
        Items = draft.Items.Select(item => item with { Demands = item.Demands.Where(demand => demand.Resource != id).ToValueList() }).ToValueList(),
        Closures = draft.Closures.Where(closure => closure is not { Items: [], Resources: [var only] } || only != id).Select(closure => closure with { Resources = Less(closure.Resources, id) }).ToValueList(),
    };

    private static IEnumerable<WorkItem> Simpler(WorkItem item) => new[]
    {
        item with { Times = [] },
        item with { Demands = [] },
        item with { NotBefore = null },
        item with { Due = null },
        item with { Deadline = null },
        item with { Fixed = null },
        item with { Preferred = null },
        item with { Classes = [] },
        item with { Priority = 1 },
        item with { Weight = 1 },
    }.Where(simple => simple != item);

    private static ValueList<T> Less<T>(ValueList<T> all, T one) => all.Where(other => !Equals(other, one)).ToValueList();

    private static ValueList<T> Instead<T>(ValueList<T> all, T one, T other) => all.Select(each => Equals(each, one) ? other : each).ToValueList();
}
