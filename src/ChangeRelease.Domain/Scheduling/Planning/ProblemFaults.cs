using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Finds everything that is wrong with a draft.</summary>
internal sealed partial class ProblemFaults
{
    private const int MostFaults = 100;
    private const int MostRules = 1_000_000;
    private static readonly Duration Longest = Duration.FromDays(36_525);

    private readonly PlanningDraft _draft;
    private readonly IDateTimeZoneProvider _zones;
    private readonly HashSet<WorkItemId> _items;
    private readonly HashSet<ResourceId> _resources;
    private readonly Dictionary<(string Zone, LimitPeriod Per), bool> _onGrid = [];

    private ProblemFaults(PlanningDraft draft, IDateTimeZoneProvider zones)
    {
        (_draft, _zones) = (draft, zones);
        _items = draft.Items.Select(item => item.Id).ToHashSet();
        _resources = draft.Resources.Select(resource => resource.Id).ToHashSet();
    }

    public static ValueList<PlanningFault> Of(PlanningDraft draft, IDateTimeZoneProvider zones)
    {
        var sizes = Sizes(draft).ToValueList();
        return sizes.Count > 0 ? sizes : new ProblemFaults(draft, zones).All().Take(MostFaults).ToValueList();
    }

    private static IEnumerable<PlanningFault> Sizes(PlanningDraft draft)
    {
        if (draft.Grid < Duration.FromNanoseconds(1_000) || draft.Grid.SubsecondNanoseconds % 1_000 != 0)
        {
            yield return new PlanningFault("planning.grid.too-fine", "grid", "A granule is a whole number of microseconds, one or more.", "Take a minute, or what starts are rounded to");
        }
        else if (PlanningGrid.CountOf(draft.Horizon, draft.Grid) is < 1 or > PlanningProblem.MostGranules)
        {
            yield return new PlanningFault("planning.horizon.wrong-size", "horizon", FormattableString.Invariant($"The horizon holds 1 to {PlanningProblem.MostGranules} granules of {draft.Grid.ToText()}."), "Take another horizon or another grid");
        }

        foreach (var (name, count, most) in Counts(draft).Where(size => size.Count > size.Most))
        {
            yield return new PlanningFault("planning.size.too-great", name, FormattableString.Invariant($"There are {count}; a problem may have {most}."), "Plan less at a time");
        }
    }

    private static IEnumerable<(string Name, int Count, int Most)> Counts(PlanningDraft draft) =>
    [
        ("items", draft.Items.Count, PlanningProblem.MostItems),
        ("resources", draft.Resources.Count, PlanningProblem.MostItems),
        ("precedences", draft.Precedences.Count, MostRules),
        ("exclusions", draft.Exclusions.Count, PlanningProblem.MostItems),
        ("limits", draft.Limits.Count, 1_000),
        ("closures", draft.Closures.Count, PlanningProblem.MostItems),
        ("rules", draft.Rules.Count, 1_000),
    ];

    private static IEnumerable<PlanningFault> Twice<T>(IEnumerable<T> names, string what)
        where T : notnull => names
        .GroupBy(name => name)
        .Where(same => same.Count() > 1)
        .Select(same => new PlanningFault($"planning.{what}.twice", same.Key.ToString()!, $"The name '{same.Key}' stands more than once.", "Give each a name of its own"));

    private static IEnumerable<PlanningFault> OutOfRange(string place, params (string What, long Value, long Least, long Most)[] numbers) => numbers
        .Where(number => number.Value < number.Least || number.Value > number.Most)
        .Select(number => new PlanningFault("planning.number.out-of-range", place, FormattableString.Invariant($"{number.What} is {number.Value}; it is {number.Least} to {number.Most}."), "Take a number in that range"));

    private IEnumerable<PlanningFault> All() =>
    [
        .. Twice(_draft.Items.Select(item => item.Id), "item"),
        .. Twice(_draft.Resources.Select(resource => resource.Id), "resource"),
        .. Twice(RuleNames(), "rule"),
        .. RuleNames().Where(string.IsNullOrWhiteSpace).Select(_ => new PlanningFault("planning.rule.unnamed", "rules", "A rule has no name.", "Name every exclusion, limit and closure")),
        .. _draft.Items.SelectMany(OfItem),
        .. _draft.Resources.SelectMany(resource => OutOfRange(resource.Id.ToString(), ("The capacity", resource.Capacity, 0, WorkItem.Most))),
        .. _draft.Precedences.SelectMany(OfPrecedence),
        .. _draft.Exclusions.SelectMany(OfExclusion),
        .. _draft.Limits.SelectMany(OfLimit),
        .. _draft.Closures.SelectMany(closure => Unknown(closure.Name, closure.Items).Concat(Unknown(closure.Name, closure.Resources))),
        .. OfObjective(),
        .. Circles(),
    ];

    private IEnumerable<string> RuleNames() =>
    [
        .. _draft.Exclusions.Select(exclusion => exclusion.Name),
        .. _draft.Limits.Select(limit => limit.Name),
        .. _draft.Closures.Select(closure => closure.Name),
        .. _draft.Rules.Select(rule => rule.Name),
    ];

    private IEnumerable<PlanningFault> OfItem(WorkItem item) =>
    [
        .. OutOfRange(item.Id.ToString(), ("The priority", item.Priority, 1, WorkItem.Most), ("The weight", item.Weight, 0, WorkItem.Most), ("The risk", item.Risk, 0, WorkItem.Most)),
        .. Unknown(item.Id.ToString(), item.Demands.Select(demand => demand.Resource)),
        .. item.Demands.SelectMany(demand => OutOfRange(item.Id.ToString(), ($"The demand on '{demand.Resource}'", demand.Amount, 1, WorkItem.Most))),
        .. Twice(item.Demands.Select(demand => demand.Resource), "demand"),
        .. item.Demands.Where(demand => !IsOnePart(demand.During)).Select(demand => new PlanningFault(
            "planning.demand.in-pieces", item.Id.ToString(), $"The demand on '{demand.Resource}' is for parts that do not follow one another.", "Name parts without another between them")),
    ];

    private static bool IsOnePart(WorkParts parts) => parts is > WorkParts.None and <= WorkParts.All and not (WorkParts.Preparation | WorkParts.BackOut);

    private IEnumerable<PlanningFault> Unknown(string place, IEnumerable<WorkItemId> items) => items
        .Where(item => !_items.Contains(item))
        .Select(item => new PlanningFault("planning.item.unknown", place, $"There is no item '{item}'.", "Add it, or name another"));

    private IEnumerable<PlanningFault> Unknown(string place, IEnumerable<ResourceId> resources) => resources
        .Where(resource => !_resources.Contains(resource))
        .Select(resource => new PlanningFault("planning.resource.unknown", place, $"There is no resource '{resource}'.", "Add it, or name another"));
}
