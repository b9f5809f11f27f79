using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Thrown when the rules of a conflict policy are wrong; it says everything that is.</summary>
public sealed class ConflictPolicyException : Exception
{
    internal ConflictPolicyException(PolicyId policy, ValueList<ConflictFault> faults)
        : base($"The conflict policy '{policy}' cannot be defined:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<ConflictFault> Faults { get; }
}
