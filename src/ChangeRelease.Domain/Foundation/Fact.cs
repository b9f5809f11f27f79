namespace ChangeRelease.Domain.Foundation;

/// <summary>One thing that a decision looked at, by name, as text.</summary>
/// <param name="Name">What was looked at, for example <c>window</c>.</param>
/// <param name="Value">What it was, for example <c>weekend [2026-11-07T06:00:00Z, 2026-11-07T10:00:00Z)</c>.</param>
public sealed record Fact(string Name, string Value)
{
    /// <summary>Name and value.</summary>
    /// <returns>For example <c>window: weekend</c>.</returns>
    public override string ToString() => $"{Name}: {Value}";
}
