using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A migration map that is not total or not legal, with everything that is wrong with it (S-13).</summary>
public sealed class MigrationMapException : Exception
{
    internal MigrationMapException(LifecycleRef from, LifecycleRef to, ValueList<LifecycleFault> faults)
        : base($"Nothing can be migrated from {from} to {to} like this:{string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}"))}") =>
        Faults = faults;

    /// <summary>Everything that is wrong, in the order in which the map was written and then in that of the table that is left.</summary>
    public ValueList<LifecycleFault> Faults { get; }
}
