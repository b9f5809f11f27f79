namespace ChangeRelease.Domain.Foundation;

/// <summary>The services that one service is related to.</summary>
/// <param name="Services">The services, the nearest first, then by name.</param>
/// <param name="IsWhole">Whether these are all; false when there are more than was asked for.</param>
public sealed record ServiceRelations(ValueList<RelatedService> Services, bool IsWhole);

/// <summary>A service that another depends on, or that depends on it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Steps">How many dependencies lie between; 1 when it is direct.</param>
/// <param name="IsDependency">Whether it is depended on; false when it depends.</param>
public sealed record RelatedService(ServiceId Service, int Steps, bool IsDependency);
