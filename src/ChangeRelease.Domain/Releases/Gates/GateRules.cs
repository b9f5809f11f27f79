using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What can be wrong with the gates of a stage.</summary>
internal static class GateRules
{
    public static IEnumerable<Why> FaultsOf(RolloutStage stage) => stage.Gates
        .Where(gate => Text.IsBlank(gate.Name))
        .Select(_ => RolloutRules.Fault($"A gate of the stage '{stage.Name}' has no name.", "give every gate a name"))
        .Concat(stage.Gates.GroupBy(gate => gate.Name, StringComparer.Ordinal)
            .Where(alike => alike.Count() > 1 && !Text.IsBlank(alike.Key))
            .Select(alike => RolloutRules.Fault($"More than one gate of the stage '{stage.Name}' is called '{alike.Key}'.", "give each of them a name of its own")))
        .Concat(stage.Gates.Where(gate => !IsWhole(gate))
            .Select(gate => RolloutRules.Fault($"The gate '{gate.Name}' of the stage '{stage.Name}' does not say what it asks for.", "name the share of an error budget, or the role or the person of a manual gate, and nothing else")));

    // A gate that was read from a document may say too little, or too much.
    private static bool IsWhole(Gate gate) => gate.Kind switch
    {
        GateKind.ErrorBudget => gate is { Least: not null, Role: null, Person: null },
        GateKind.Manual => gate is { Least: null } && gate.Role is null != gate.Person is null,
        _ => gate is { Least: null, Role: null, Person: null },
    };
}
