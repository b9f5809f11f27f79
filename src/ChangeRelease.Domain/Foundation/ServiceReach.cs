namespace ChangeRelease.Domain.Foundation;

/// <summary>The services that something reaches.</summary>
/// <param name="Services">The services, the nearest first.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="IsWhole">Whether these are all; false when looking further was no use.</param>
public sealed record ServiceReach(ValueList<ServiceId> Services, long Weight, bool IsWhole);
