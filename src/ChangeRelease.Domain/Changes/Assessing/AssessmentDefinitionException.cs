using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Thrown when an assessment scheme or a priority table is wrong; it says everything that is.</summary>
public sealed class AssessmentDefinitionException : Exception
{
    private const int MostShown = 100;

    internal AssessmentDefinitionException(string what, ValueList<AssessmentFault> faults)
        : base($"The {what} does not build:{string.Concat(faults.Take(MostShown).Select(fault => $"{Environment.NewLine}  {fault}"))}{(faults.Count > MostShown ? $"{Environment.NewLine}  and {faults.Count - MostShown} more" : string.Empty)}") =>
        Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<AssessmentFault> Faults { get; }
}
