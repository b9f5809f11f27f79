using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What can be wrong with gates, and with what is shown at them.</summary>
internal static class GateRules
{
    public static IEnumerable<Why> FaultsOf(string whose, IEnumerable<Gate> gates)
    {
        var all = gates.ToList();
        return all.Where(gate => Text.IsBlank(gate.Name))
            .Select(_ => Fault($"{whose} has a gate without a name.", "give every gate a name"))
            .Concat(all.GroupBy(gate => gate.Name, StringComparer.Ordinal)
                .Where(alike => alike.Count() > 1 && !Text.IsBlank(alike.Key))
                .Select(alike => Fault($"{whose} has more than one gate called '{alike.Key}'.", "give each of them a name of its own")))
            .Concat(all.Where(gate => !IsWhole(gate))
                .Select(gate => Fault($"{whose} has a gate '{gate.Name}' that does not say what it asks for.", "name the share of an error budget, or the role or the person of a manual gate, and nothing else")));
    }

    public static Why Ahead(GateEvidence evidence) => Why.Because("The evidence claims to have been seen in time to come.").CuredFrom(evidence.MeasuredAt);

    private static Why Fault(string text, string cure) => Why.Because(text).CuredBy(Remedy.Do($"Amend the content: {cure}"));

    // A gate that was read from a document may say too little, or too much.
    private static bool IsWhole(Gate gate) => gate.Kind switch
    {
        GateKind.ErrorBudget => gate is { Least: not null, Role: null, Person: null },
        GateKind.Manual => gate is { Least: null } && gate.Role is null != gate.Person is null,
        _ => gate is { Least: null, Role: null, Person: null },
    };
}
