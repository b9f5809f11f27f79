namespace ChangeRelease.Domain.Tests.Promises;

/// <summary>One case that is hard on others.</summary>
/// <param name="Kind">What is asked of it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Run">Asks; false when it is refused.</param>
internal sealed record HardCase(string Kind, string Name, Func<bool> Run);
