using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What must be shown in a stage before the rollout goes on (S-52).</summary>
public sealed record Gate
{
    [JsonConstructor]
    internal Gate(string name, GateKind kind, Share? least, RoleId? role, ActorId? person) =>
        (Name, Kind, Least, Role, Person) = (Text.Canonical(name, nameof(name)), kind, least, role, person);

    /// <summary>What the gate is called; not blank, and each name once in a stage. In Unicode normal form C.</summary>
    public string Name { get; }

    /// <summary>What shows that it may be passed.</summary>
    public GateKind Kind { get; }

    /// <summary>The least share of the error budget that must be left; null for the other kinds.</summary>
    public Share? Least { get; }

    /// <summary>Whose members may pass a manual gate; null when a person is named, and for the other kinds.</summary>
    public RoleId? Role { get; }

    /// <summary>Who alone may pass a manual gate; null when a role is named, and for the other kinds.</summary>
    public ActorId? Person { get; }

    /// <summary>Tests that must pass in the stage.</summary>
    /// <param name="name">What the gate is called.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> holds half a surrogate pair.</exception>
    public static Gate Tests(string name) => new(name, GateKind.Tests, null, null, null);

    /// <summary>An analysis that must pass; the host measures, compares, and gives the verdict.</summary>
    /// <param name="name">What the gate is called.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> holds half a surrogate pair.</exception>
    public static Gate Analysis(string name) => new(name, GateKind.Analysis, null, null, null);

    /// <summary>An error budget of which enough must be left.</summary>
    /// <param name="name">What the gate is called.</param>
    /// <param name="least">The least share that must be left; exactly so much is enough.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="least"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> holds half a surrogate pair.</exception>
    public static Gate ErrorBudget(string name, Share least)
    {
        ArgumentNullException.ThrowIfNull(least);
        return new Gate(name, GateKind.ErrorBudget, least, null, null);
    }

    /// <summary>A member of a role who must look, and had no hand in the release nor started it.</summary>
    /// <param name="name">What the gate is called.</param>
    /// <param name="role">The role.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> holds half a surrogate pair.</exception>
    public static Gate Manual(string name, RoleId role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new Gate(name, GateKind.Manual, null, role, null);
    }

    /// <summary>A person who must look, and had no hand in the release nor started it.</summary>
    /// <param name="name">What the gate is called.</param>
    /// <param name="person">The person.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> holds half a surrogate pair.</exception>
    public static Gate Manual(string name, ActorId person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Gate(name, GateKind.Manual, null, null, person);
    }

    /// <summary>The name and what shows it.</summary>
    /// <returns>For example <c>error budget (ErrorBudget, at least 20 %)</c>.</returns>
    public override string ToString() => $"{Name} ({Kind}{(Least is null ? string.Empty : $", at least {Least}")}{(Role is null ? string.Empty : $", by {Role}")}{(Person is null ? string.Empty : $", by {Person}")})";

    /// <summary>What evidence says of this gate; null when it is not the evidence that the gate asks for.</summary>
    internal GateVerdict? Judge(GateEvidence evidence) => (Kind, evidence) switch
    {
        (GateKind.ErrorBudget, { Budget: { } budget, Verdict: null }) => budget.Holds(Least!) ? GateVerdict.Passed : GateVerdict.Failed,
        (not GateKind.ErrorBudget, { Budget: null, Verdict: { } verdict }) => verdict,
        _ => null,
    };

    /// <summary>Whether evidence is of the kind that the gate asks for, and says where it comes from.</summary>
    internal bool Takes(GateEvidence evidence) => Judge(evidence) is not null && !Text.IsBlank(evidence.Source);
}
