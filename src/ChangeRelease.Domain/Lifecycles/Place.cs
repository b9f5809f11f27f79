using System.Collections.Frozen;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A state of a lifecycle, ready to be asked what may be done in it; it never fires anything (S-7).</summary>
/// <remarks>Whether a trigger is available is answered on the caller's thread and allocates nothing.</remarks>
/// <typeparam name="TAttempt">What requirements judge.</typeparam>
public sealed class Place<TAttempt>
{
    private readonly CompiledRow<TAttempt>[] _rows;
    private readonly FrozenDictionary<Trigger, CompiledRow<TAttempt>> _byTrigger;

    internal Place(Lifecycle<TAttempt> lifecycle, State state, int index, CompiledRow<TAttempt>[] rows)
    {
        (Lifecycle, State, Index, _rows) = (lifecycle, state, index, rows);
        _byTrigger = rows.ToFrozenDictionary(row => row.Trigger);
        Triggers = rows.Select(row => row.Trigger).ToValueList();
    }

    /// <summary>The lifecycle it is a place in.</summary>
    public Lifecycle<TAttempt> Lifecycle { get; }

    /// <summary>The state.</summary>
    public State State { get; }

    /// <summary>The triggers that have a row here, in the order of the table, whether or not their requirements are met.</summary>
    public ValueList<Trigger> Triggers { get; }

    internal int Index { get; }

    internal ReadOnlySpan<CompiledRow<TAttempt>> Rows => _rows;

    /// <summary>Whether a trigger is available: it has a row here, and every requirement is met that does not read its parameters (S-7).</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="attempt">What is judged; its parameters are not looked at.</param>
    /// <returns>True when it is.</returns>
    public bool Permits(Trigger trigger, TAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return _byTrigger.TryGetValue(trigger, out var row) && row.IsAvailable(attempt);
    }

    /// <summary>The triggers that are available, found one after the other as they are enumerated.</summary>
    /// <param name="attempt">What is judged; its parameters are not looked at.</param>
    /// <returns>The triggers in the order of the table.</returns>
    public AvailableTriggers<TAttempt> Available(TAttempt attempt) => new(this, attempt);

    /// <summary>The state.</summary>
    /// <returns>Its name.</returns>
    public override string ToString() => State.Name;

    internal bool Leads(Trigger trigger, Phase into) => Row(trigger)?.Outcomes.Any(outcome => outcome.To.Phase == into) == true;

    internal CompiledRow<TAttempt>? Row(Trigger trigger) => _byTrigger.GetValueOrDefault(trigger);
}
