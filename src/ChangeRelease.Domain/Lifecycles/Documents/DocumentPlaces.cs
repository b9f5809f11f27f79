using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Where in the document the things stand that a verification speaks of, and what it cannot be trusted about.</summary>
/// <param name="faults">What is wrong with the document.</param>
/// <param name="isDerivation">Whether most of the table stands in another definition, so that things may have no place in the document.</param>
internal sealed class DocumentPlaces(DocumentFaults faults, bool isDerivation = false)
{
    private static readonly string[] OfPaths =
        ["lifecycle.state.unreachable", "lifecycle.state.dead-end", "lifecycle.origin.missing", "lifecycle.start.not-one", "lifecycle.end.missing"];

    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _triggers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _needs = new(StringComparer.Ordinal);

    // A trigger of the document that no row has is told whether or not it is said what it takes.
    private readonly HashSet<string> _doubtful = new(StringComparer.Ordinal) { "lifecycle.trigger.unused" };

    public Suggestions Suggestions { get; } = new();

    public void State(string name, string path) => _states.TryAdd(name, path);

    public void Trigger(string name, string path) => _triggers.TryAdd(name, path);

    public void Row(string place, string path) => _rows.TryAdd(place, path);

    public void Need(string reference, string path) => _needs.TryAdd(reference, path);

    public string? RowOf(string place) => _rows.GetValueOrDefault(place);

    public void Fault(string code, string path, string message) => faults.Add(code, path, message);

    /// <summary>Something is missing from the table that the document meant to be there, so that nothing follows from what paths it has.</summary>
    public void DoubtPaths() => _doubtful.UnionWith(OfPaths);

    public void DoubtPhases() => _doubtful.UnionWith(["lifecycle.phase.backwards", "lifecycle.phase.ambiguous"]);

    public bool IsDoubtful(string code) => _doubtful.Contains(code);

    public string OfTrigger(string name) => _triggers.GetValueOrDefault(name, Or("$.triggers"));

    public string PathOf(LifecycleFault fault) => fault.Code switch
    {
        "lifecycle.start.undefined" => Or("$.start"),
        "lifecycle.end.missing" => Or("$.ends"),
        "lifecycle.phase.ambiguous" => "$.phases",
        "lifecycle.requirement.ambiguous" => _needs.GetValueOrDefault(fault.Place, Or("$.transitions")),
        _ when fault.Code.StartsWith("lifecycle.state.", StringComparison.Ordinal) => _states.GetValueOrDefault(fault.Place, Or("$.states")),
        _ when fault.Code.StartsWith("lifecycle.trigger.", StringComparison.Ordinal) || fault.Code.StartsWith("lifecycle.parameter.", StringComparison.Ordinal) =>
            OfTrigger(fault.Place),
        _ => _rows.GetValueOrDefault(fault.Place, Or("$.transitions")),
    };

    public string Say(string message) => InDocuments.Say(message, isDerivation);

    private string Or(string member) => isDerivation ? "$" : member;
}
