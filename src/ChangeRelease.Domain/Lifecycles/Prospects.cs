using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What may be done now, and why the rest may not: one answer for every trigger of a definition (S-7).</summary>
/// <param name="Definition">The definition that answers.</param>
/// <param name="State">The state that was asked about.</param>
/// <param name="Version">The version of the subject that the answer holds for.</param>
/// <param name="All">A prospect for each trigger of the definition, in the order of its table.</param>
public sealed record Prospects(LifecycleRef Definition, State State, long Version, ValueList<Prospect> All)
{
    /// <summary>What may be done, given an input that meets the conditions.</summary>
    public ValueList<Prospect> Available => All.Where(prospect => prospect.IsAvailable).ToValueList();

    /// <summary>What the state has a row for, and may not be done now.</summary>
    public ValueList<Prospect> Refused => All.Where(prospect => !prospect.IsAvailable && prospect.Outcomes.Count > 0).ToValueList();

    /// <summary>The prospect of one trigger.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>Its prospect, or null when the definition does not know the trigger.</returns>
    public Prospect? For(Trigger trigger) => All.FirstOrDefault(prospect => prospect.Trigger == trigger);

    internal Prospects Refusing(Refusal refusal) => this with { All = All.Select(prospect => prospect with { Refusals = [refusal] }).ToValueList() };

    /// <summary>The definition, the state and the version, then what is available, then what is refused.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => string.Join('\n', [FormattableString.Invariant($"{Definition}, {State}, version {Version}"), .. Available.Concat(Refused).Select(prospect => $"  {prospect}")]);
}
