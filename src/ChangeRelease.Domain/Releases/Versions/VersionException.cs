using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Thrown when a text is no version, or no range of versions; it says everything that is wrong.</summary>
public sealed class VersionException : FormatException
{
    internal VersionException(ValueList<VersionFault> faults)
        : base($"This is no version:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<VersionFault> Faults { get; }
}
