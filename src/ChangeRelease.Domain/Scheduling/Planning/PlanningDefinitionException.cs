using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Thrown when a planning problem means nothing; it says everything that is wrong, the first hundred where there is more.</summary>
public sealed class PlanningDefinitionException : Exception
{
    internal PlanningDefinitionException(ValueList<PlanningFault> faults)
        : base($"The problem cannot be planned:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<PlanningFault> Faults { get; }
}
