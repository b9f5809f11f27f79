using System.Collections.Frozen;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Writes lifecycles.</summary>
public static class Lifecycle
{
    /// <summary>The code of "no such transition", which no requirement may take for itself (S-4).</summary>
    internal const string UndefinedTransition = "lifecycle.transition.undefined";

    /// <summary>Writes a lifecycle, verifies it, and compiles it once to a machine that every thread may share.</summary>
    /// <typeparam name="TAttempt">What its requirements judge: the subject, the command and its facts together.</typeparam>
    /// <param name="id">The definition's name.</param>
    /// <param name="version">The definition's version, from 1.</param>
    /// <param name="write">Writes the table.</param>
    /// <returns>The lifecycle.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a name, or <paramref name="version"/> is below 1.</exception>
    /// <exception cref="LifecycleDefinitionException">The table is not sound; it says everything that is wrong (S-11).</exception>
    public static Lifecycle<TAttempt> Define<TAttempt>(string id, int version, Action<LifecycleTable<TAttempt>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (Identifier.Problem(id) is { } problem)
        {
            throw new ArgumentException($"A lifecycle's name {problem}.", nameof(id));
        }

        var table = new LifecycleTable<TAttempt>(id, version);
        write(table);
        var faults = LifecycleVerification<TAttempt>.FaultsOf(table);
        return faults.Count == 0 ? new Lifecycle<TAttempt>(table) : throw new LifecycleDefinitionException(id, faults);
    }
}

/// <summary>A verified table of states and triggers, whose moves are decided by one shared machine (S-10, S-14).</summary>
/// <remarks>It is immutable, keeps no subject's state, and is safe to use from any number of threads at once.</remarks>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class Lifecycle<TAttempt>
{
    private readonly SharedMachine _machine = new();
    private readonly FrozenDictionary<State, int> _states;
    private readonly FrozenDictionary<Trigger, int> _triggers;
    private readonly CompiledRow<TAttempt>?[] _rows;
    private readonly List<Verdict> _arrivals = [];

    internal Lifecycle(LifecycleTable<TAttempt> table)
    {
        Description = new LifecycleDescription(
            table.Id,
            table.Version,
            table.Starts[0],
            table.Ends.ToValueList(),
            table.Declared.ToValueList(),
            table.Rows.Select(row => row.Describe()).ToValueList());
        Reference = new LifecycleRef(table.Id, table.Version, Description.Hash());
        _states = Indexed(table.Declared);
        _triggers = Indexed(table.Rows.Select(row => row.Trigger));
        _rows = new CompiledRow<TAttempt>?[_states.Count * _triggers.Count];
        Compile(table);
    }

    /// <summary>The table as data.</summary>
    public LifecycleDescription Description { get; }

    /// <summary>Name, version and hash: what a subject keeps of the definition it was opened under (S-13).</summary>
    public LifecycleRef Reference { get; }

    /// <summary>Asks whether a trigger may be taken, and where it leads.</summary>
    /// <param name="from">The state the subject is in.</param>
    /// <param name="trigger">What is attempted.</param>
    /// <param name="attempt">What the requirements judge.</param>
    /// <returns>The destination that the machine fired to, or every reason why not.</returns>
    public Verdict Take(State from, Trigger trigger, TAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(trigger);
        if (!_states.TryGetValue(from, out var state) || !_triggers.TryGetValue(trigger, out var fired) || Row(state, fired) is not { } row)
        {
            return Verdict.Refuse([Undefined(from, trigger)]);
        }

        var missing = row.Judge(attempt);
        return missing == 0
            ? _arrivals[_machine.Fire(state, fired, missing, row.Selector?.Choose(attempt) ?? 0)]
            : Verdict.Refuse(row.Explain(attempt, missing));
    }

    /// <summary>The triggers that a state has a row for, whether or not their requirements are met.</summary>
    /// <param name="from">The state.</param>
    /// <returns>The triggers in the order of the table; none for a final or an unknown state.</returns>
    public ValueList<Trigger> TriggersFrom(State from) =>
        Description.Transitions.Where(row => row.From == from).Select(row => row.Trigger).ToValueList();

    private CompiledRow<TAttempt>? Row(int state, int trigger) => _rows[(state * _triggers.Count) + trigger];

    private void Compile(LifecycleTable<TAttempt> table)
    {
        foreach (var state in table.Declared)
        {
            Arrival(state, exit: null);
        }

        foreach (var row in table.Rows)
        {
            Compile(row);
        }
    }

    private void Compile(DraftRow<TAttempt> row)
    {
        var compiled = new CompiledRow<TAttempt>(row);
        var (state, trigger) = (_states[row.From], _triggers[row.Trigger]);
        _rows[(state * _triggers.Count) + trigger] = compiled;
        var codes = compiled.Requirements.Select(requirement => requirement.Code).ToList();
        foreach (var outcome in row.Outcomes)
        {
            var arrival = outcome.Exit is null ? _states[outcome.To] : Arrival(outcome.To, outcome.Exit);
            _machine.Permit(state, trigger, arrival, row.Selector is { } selector ? IndexOf(selector, outcome) : 0, codes);
        }
    }

    // A verdict for each place a machine can arrive at is made once; states of this table come first, exits after them.
    private int Arrival(State state, LifecycleRef? exit)
    {
        var arrival = _arrivals.Count;
        _machine.Declare(arrival);
        _arrivals.Add(Verdict.Permit(state, exit));
        return arrival;
    }

    private static int IndexOf(Selector<TAttempt> selector, Outcome outcome) =>
        selector.Cases.TakeWhile(name => !string.Equals(name, outcome.Case, StringComparison.Ordinal)).Count();

    private static FrozenDictionary<T, int> Indexed<T>(IEnumerable<T> names)
        where T : notnull =>
        names.Distinct().Select((name, index) => KeyValuePair.Create(name, index)).ToFrozenDictionary();

    private Refusal Undefined(State from, Trigger trigger) => Refusal.Of(
        Lifecycle.UndefinedTransition,
        "The lifecycle has a row for the trigger in this state.",
        Why.Because($"The lifecycle {Description.Id} has no {(_states.ContainsKey(from) ? $"transition for {trigger} in {from}" : $"state {from}")}.")
            .Seeing("definition", Reference)
            .Seeing("state", from)
            .Seeing("trigger", trigger)
            .CuredBy(Remedy.Do(WayOn(from))));

    private string WayOn(State from) => TriggersFrom(from) switch
    {
        { Count: > 0 } known => $"From {from} take one of {string.Join(", ", known)}",
        _ when _states.ContainsKey(from) => $"Nothing leads on from {from}; open another one",
        _ => $"Ask the definition that {from} belongs to",
    };
}
