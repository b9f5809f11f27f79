using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Every place to look for what is in the way of work, hard rules first, then in the order of rules and keys.</summary>
internal sealed class ConflictLooks
{
    /// <summary>A service with more related ones is not judged.</summary>
    public const int MostRelated = 10_000;

    private readonly ServiceGraph? _graph;

    public ConflictLooks(ConflictPolicy policy, ServiceGraph? graph, ScheduledWork work)
    {
        _graph = graph;
        foreach (var rule in policy.HardFirst)
        {
            Add(rule, work);
        }
    }

    public List<ConflictLook> All { get; } = [];

    /// <summary>What a target is related to, as far as a rule goes; null when that is not known, with the reason.</summary>
    public static IEnumerable<RelatedService>? Related(ServiceGraph? graph, ConflictRule rule, ServiceId service, out string why)
    {
        var relations = graph?.Knows(service) == true ? graph.Related(service, rule.Farthest, MostRelated) : null;
        why = (graph, relations) switch
        {
            (null, _) => "There is no graph of services",
            (_, null) => $"The graph of services {graph.Version} does not know {service}",
            _ => FormattableString.Invariant($"More than {MostRelated} services are related to {service}"),
        };
        return relations is { IsWhole: true } ? relations.Services.Where(other => other.Steps >= rule.Nearest) : null;
    }

    private static IEnumerable<ConflictKey> InOrder(IEnumerable<ConflictKey> keys) => keys.Distinct().OrderBy(key => key.Canonical, StringComparer.Ordinal);

    private void Add(ConflictRule rule, ScheduledWork work)
    {
        switch (rule.Kind)
        {
            case ConflictRuleKind.SameService:
                AddSame(rule, work.Targets.Where(rule.About.Matches).Select(ConflictKey.Target));
                break;
            case ConflictRuleKind.SamePerson:
                AddSame(rule, work.People.Select(ConflictKey.Person));
                break;
            case ConflictRuleKind.SameEnvironment:
                AddSame(rule, work.Environments.Select(ConflictKey.Environment));
                break;
            case ConflictRuleKind.Limit:
                AddSame(rule, rule.Key!.IsOf(work) ? [rule.Key] : []);
                break;
            case ConflictRuleKind.ExclusiveEnvironment:
                AddExclusive(rule, work);
                break;
            case ConflictRuleKind.Exclusion:
                AddExclusion(rule, work);
                break;
            default:
                AddRelated(rule, work);
                break;
        }
    }

    private void AddSame(ConflictRule rule, IEnumerable<ConflictKey> keys) => All.AddRange(InOrder(keys).Select(key => new ConflictLook(rule, key, key)));

    // Who has an environment alone is in the way of everybody there; everybody else is in the way only of who has it alone.
    private void AddExclusive(ConflictRule rule, ScheduledWork work)
    {
        foreach (var environment in work.Environments.Order())
        {
            var all = ConflictKey.Environment(environment);
            All.Add(work.ExclusiveEnvironments.Contains(environment)
                ? new ConflictLook(rule, ConflictKey.Alone(environment), all)
                : new ConflictLook(rule, all, ConflictKey.Alone(environment)));
        }
    }

    private void AddExclusion(ConflictRule rule, ScheduledWork work)
    {
        if (rule.Key!.IsOf(work))
        {
            All.Add(new ConflictLook(rule, rule.Key, rule.OtherKey!));
        }

        if (rule.OtherKey!.IsOf(work))
        {
            All.Add(new ConflictLook(rule, rule.OtherKey, rule.Key));
        }
    }

    private void AddRelated(ConflictRule rule, ScheduledWork work)
    {
        foreach (var own in InOrder(work.Targets.Where(rule.About.Matches).Select(ConflictKey.Target)))
        {
            var target = ((ConflictKey.OneTarget)own).Of;
            if (Related(_graph, rule, target.Service, out var why) is not { } related)
            {
                All.Add(new ConflictLook(rule, own, own, Unknown: why));
                continue;
            }

            All.AddRange(related
                .Select(other => (Key: target with { Service = other.Service }, Relation: other))
                .Where(other => rule.About.Matches(other.Key))
                .Select(other => new ConflictLook(rule, own, ConflictKey.Target(other.Key), other.Relation)));
        }
    }
}
