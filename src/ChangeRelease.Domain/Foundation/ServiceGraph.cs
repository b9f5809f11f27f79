using System.Collections.Frozen;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Which service depends on which, as the host knows it; circles are allowed.</summary>
/// <remarks>It is immutable and may be asked from any number of threads.</remarks>
public sealed class ServiceGraph
{
    /// <summary>How many services a graph may have.</summary>
    public const int MostServices = 100_000;

    /// <summary>How many dependencies a graph may have.</summary>
    public const int MostDependencies = 1_000_000;

    /// <summary>The greatest weight of a service.</summary>
    public const int MostWeight = 1_000_000;

    private const int MostShown = 20;

    private readonly FrozenDictionary<ServiceId, int> _weights;
    private readonly FrozenDictionary<ServiceId, ServiceId[]> _dependents;
    private readonly FrozenDictionary<ServiceId, ServiceId[]> _dependencies;

    private ServiceGraph(string version, IReadOnlyCollection<ServiceNode> services, IReadOnlyCollection<ServiceDependency> dependencies)
    {
        Version = version;
        _weights = services.ToFrozenDictionary(service => service.Id, service => service.Weight);
        _dependents = dependencies
            .GroupBy(dependency => dependency.DependsOn, dependency => dependency.Service)
            .ToFrozenDictionary(of => of.Key, of => of.Distinct().Order().ToArray());
        _dependencies = dependencies
            .GroupBy(dependency => dependency.Service, dependency => dependency.DependsOn)
            .ToFrozenDictionary(of => of.Key, of => of.Distinct().Order().ToArray());
    }

    /// <summary>The host's own name for this state of the graph; it is recorded with every decision.</summary>
    public string Version { get; }

    /// <summary>How many services it knows.</summary>
    public int Count => _weights.Count;

    /// <summary>Makes a graph.</summary>
    /// <param name="version">The host's own name for this state of the graph; not blank.</param>
    /// <param name="services">Every service, each once.</param>
    /// <param name="dependencies">Which service depends on which; both must be among the services.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The version is blank, a service stands twice, a weight is out of range, a dependency names an unknown service, or there are too many; the message says everything.</exception>
    public static ServiceGraph Of(string version, IEnumerable<ServiceNode> services, IEnumerable<ServiceDependency> dependencies)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dependencies);
        var (nodes, arrows) = (services.Take(MostServices + 1).ToList(), dependencies.Take(MostDependencies + 1).ToList());
        var problems = Problems(nodes, arrows).Take(MostShown + 1).ToList();
        return problems.Count == 0
            ? new ServiceGraph(Text.Canonical(version, nameof(version)), nodes, arrows)
            : throw new ArgumentException($"The graph of services cannot be made: {string.Join(" ", problems.Take(MostShown))}{(problems.Count > MostShown ? " And more." : string.Empty)}", nameof(services));
    }

    /// <summary>Whether the graph knows a service.</summary>
    /// <param name="service">The service.</param>
    /// <returns>True when it does.</returns>
    public bool Knows(ServiceId service) => _weights.ContainsKey(service);

    /// <summary>The services that depend, directly or through others, on some; those themselves are not among them.</summary>
    /// <param name="affected">The services to begin with; what the graph does not know reaches nothing.</param>
    /// <param name="enough">The weight at which looking further is no use; above zero.</param>
    /// <returns>What was reached, the nearest first, in an order that does not depend on the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="affected"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="enough"/> is not above zero.</exception>
    public ServiceReach Reach(IEnumerable<ServiceId> affected, long enough = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(affected);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(enough);
        var open = new Queue<ServiceId>(affected.Distinct().Order());
        var (seen, reached, weight) = (open.ToHashSet(), new List<ServiceId>(), 0L);
        while (open.TryDequeue(out var service))
        {
            foreach (var dependent in (_dependents.GetValueOrDefault(service) ?? []).Where(seen.Add))
            {
                if (weight >= enough)
                {
                    return new ServiceReach(reached.ToValueList(), weight, IsWhole: false);
                }

                open.Enqueue(dependent);
                reached.Add(dependent);
                weight += _weights[dependent];
            }
        }

        return new ServiceReach(reached.ToValueList(), weight, IsWhole: true);
    }

    /// <summary>The services that a service depends on, and those that depend on it, directly or through others.</summary>
    /// <param name="service">The service; what the graph does not know is related to nothing.</param>
    /// <param name="steps">How far to look: 1 finds only what is direct; above zero.</param>
    /// <param name="most">How many services are enough; above zero.</param>
    /// <returns>What was found, the nearest first, then by name. In a circle a service is both; the shorter way is told, and of two alike the one to what is depended on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> or <paramref name="most"/> is not above zero.</exception>
    public ServiceRelations Related(ServiceId service, int steps, int most = MostServices)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var down = new ServiceWalk(_dependencies, service, steps, most);
        var up = new ServiceWalk(_dependents, service, steps, most);
        var found = down.Found.Select(one => new RelatedService(one.Key, one.Value, IsDependency: true))
            .Concat(up.Found.Select(one => new RelatedService(one.Key, one.Value, IsDependency: false)))
            .GroupBy(one => one.Service, (_, ways) => ways.MinBy(one => one.Steps)!)
            .OrderBy(one => one.Steps)
            .ThenBy(one => one.Service)
            .ToList();
        return new ServiceRelations(found.Take(most).ToValueList(), down.IsWhole && up.IsWhole && found.Count <= most);
    }

    private static IEnumerable<string> Problems(List<ServiceNode> services, List<ServiceDependency> dependencies)
    {
        if (services.Count > MostServices || dependencies.Count > MostDependencies)
        {
            return [FormattableString.Invariant($"It may have {MostServices} services and {MostDependencies} dependencies.")];
        }

        var known = services.Select(service => service.Id).ToHashSet();
        return services.GroupBy(service => service.Id).Where(same => same.Count() > 1).Select(same => $"The service '{same.Key}' stands more than once.")
            .Concat(services.Where(service => service.Weight is < 1 or > MostWeight).Select(service => FormattableString.Invariant($"The weight of '{service.Id}' is 1 to {MostWeight}, and not {service.Weight}.")))
            .Concat(dependencies.SelectMany(dependency => (ServiceId[])[dependency.Service, dependency.DependsOn]).Where(service => !known.Contains(service)).Distinct().Select(service => $"A dependency names '{service}', which is not among the services."));
    }
}
