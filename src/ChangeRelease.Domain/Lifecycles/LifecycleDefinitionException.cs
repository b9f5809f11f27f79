using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A definition that does not build, with everything that is wrong with it (S-11).</summary>
public sealed class LifecycleDefinitionException : Exception
{
    internal LifecycleDefinitionException(string id, ValueList<LifecycleFault> faults)
        : base($"The lifecycle '{id}' does not build:{string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}"))}") =>
        Faults = faults;

    /// <summary>Everything that is wrong, in the order of the table.</summary>
    public ValueList<LifecycleFault> Faults { get; }
}
