using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A definition that does not build, with everything that is wrong with it (S-11).</summary>
public sealed class LifecycleDefinitionException : Exception
{
    private const int MostShown = 100;

    internal LifecycleDefinitionException(string id, ValueList<LifecycleFault> faults)
        : base($"The lifecycle '{id}' does not build:{string.Concat(faults.Take(MostShown).Select(fault => $"{Environment.NewLine}  {fault}"))}{(faults.Count > MostShown ? $"{Environment.NewLine}  and {faults.Count - MostShown} more" : string.Empty)}") =>
        Faults = faults;

    /// <summary>Everything that is wrong, in the order of the table.</summary>
    public ValueList<LifecycleFault> Faults { get; }
}
