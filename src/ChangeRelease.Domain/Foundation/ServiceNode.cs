namespace ChangeRelease.Domain.Foundation;

/// <summary>A service in a graph of services.</summary>
/// <param name="Id">The service.</param>
/// <param name="Weight">How much it counts when something reaches it; 1 to 1,000,000.</param>
public sealed record ServiceNode(ServiceId Id, int Weight = 1);

/// <summary>That a service cannot do without another.</summary>
/// <param name="Service">The service that depends.</param>
/// <param name="DependsOn">The service it depends on.</param>
public sealed record ServiceDependency(ServiceId Service, ServiceId DependsOn);
