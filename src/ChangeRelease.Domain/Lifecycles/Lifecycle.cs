using System.Collections.Frozen;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Writes lifecycles.</summary>
public static class Lifecycle
{
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
        CheckName(id, version);
        var table = new LifecycleTable<TAttempt>(id, version);
        write(table);
        return Build(table);
    }

    internal static void CheckName(string id, int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (Identifier.Problem(id) is { } problem)
        {
            throw new ArgumentException($"A lifecycle's name {problem}.", nameof(id));
        }
    }

    internal static Lifecycle<TAttempt> Build<TAttempt>(LifecycleTable<TAttempt> table)
    {
        var faults = table.Faults.ToValueList().With(LifecycleVerification<TAttempt>.FaultsOf(table));
        faults = faults.Count == 0 ? Loosened(table) : faults;
        return faults.Count == 0 ? new Lifecycle<TAttempt>(table) : throw new LifecycleDefinitionException(table.Id, faults);
    }

    // Only a sound table can be compared; then whatever it was derived from must be at least as lax.
    private static ValueList<LifecycleFault> Loosened<TAttempt>(LifecycleTable<TAttempt> table)
    {
        var comparison = table.Parent is { } parent ? LifecycleComparison.AtLeastAsStrict(table.Describe(), parent.Description) : null;
        return comparison is null or { Holds: true }
            ? []
            : [new LifecycleFault("lifecycle.derivation.loosens", comparison.Moves.Count > 0 ? $"{comparison.Moves[^1].From} on {comparison.Moves[^1].Trigger}" : table.Id, comparison.ToString())];
    }
}

/// <summary>A verified table of states and triggers, whose moves are decided by one shared machine (S-10, S-14).</summary>
/// <remarks>It is immutable, keeps no subject's state, and is safe to use from any number of threads at once.</remarks>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class Lifecycle<TAttempt>
{
    private readonly SharedMachine _machine = new();
    private readonly FrozenDictionary<State, Place<TAttempt>> _places;
    private readonly List<Verdict> _arrivals = [];

    internal Lifecycle(LifecycleTable<TAttempt> table)
    {
        Table = table;
        Description = table.Describe();
        Reference = Description.ToReference();
        Elsewhere = table.Rows.Select(row => row.ExitTable).OfType<Lifecycle<TAttempt>>().DistinctBy(other => other.Reference).ToValueList();
        _places = Compile();
    }

    /// <summary>The table as data.</summary>
    public LifecycleDescription Description { get; }

    /// <summary>Name, version and hash: what a subject keeps of the definition it was opened under (S-13).</summary>
    public LifecycleRef Reference { get; }

    /// <summary>The definitions that its exits lead into.</summary>
    public ValueList<Lifecycle<TAttempt>> Elsewhere { get; }

    internal LifecycleTable<TAttempt> Table { get; }

    internal SharedMachine Machine => _machine;

    /// <summary>What each number of a state of the machine stands for.</summary>
    internal IReadOnlyList<Verdict> Arrivals => _arrivals;

    /// <summary>Derives a lifecycle: adds states and requirements, forbids side doors, and never loosens (S-12).</summary>
    /// <param name="id">The derived definition's name.</param>
    /// <param name="version">The derived definition's version, from 1.</param>
    /// <param name="write">Says what is different.</param>
    /// <returns>The derived lifecycle; it remembers what it was derived from.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a name, or <paramref name="version"/> is below 1.</exception>
    /// <exception cref="LifecycleDefinitionException">The table is not sound, or less strict than this one; it says everything that is wrong (S-11).</exception>
    public Lifecycle<TAttempt> Derive(string id, int version, Action<Derivation<TAttempt>> write) => Derive(id, version, write, static _ => { });

    internal Lifecycle<TAttempt> Derive(string id, int version, Action<Derivation<TAttempt>> write, Action<LifecycleTable<TAttempt>> complete)
    {
        ArgumentNullException.ThrowIfNull(write);
        Lifecycle.CheckName(id, version);
        var derivation = new Derivation<TAttempt>(this, id, version);
        write(derivation);
        var table = derivation.Finish();
        complete(table);
        return Lifecycle.Build(table);
    }

    /// <summary>Asks whether a trigger may be taken, and where it leads.</summary>
    /// <param name="from">The state the subject is in.</param>
    /// <param name="trigger">What is attempted.</param>
    /// <param name="attempt">What the requirements judge.</param>
    /// <returns>The destination that the machine fired to, or every reason why not.</returns>
    public Verdict Take(State from, Trigger trigger, TAttempt attempt)
    {
        var place = Find(from, trigger, out var row);
        return row is null ? Verdict.Refuse([Undefined.Transition(this, from, trigger)]) : Take(place!, row, attempt);
    }

    /// <summary>Asks whether a trigger may be taken with certain arguments, and where it leads.</summary>
    /// <remarks>Arguments that do not fit the trigger's parameters are refused beside everything else; what reads them is not judged (S-3).</remarks>
    /// <param name="from">The state the subject is in.</param>
    /// <param name="trigger">What is attempted.</param>
    /// <param name="attempt">What the requirements judge.</param>
    /// <param name="arguments">The values given for the trigger's parameters.</param>
    /// <returns>The destination that the machine fired to, or every reason why not.</returns>
    public Verdict Take(State from, Trigger trigger, TAttempt attempt, Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var place = Find(from, trigger, out var row);
        return row is null ? Verdict.Refuse([Undefined.Transition(this, from, trigger)])
            : ArgumentRefusals.Of(trigger, row.Parameters, arguments) is { Count: > 0 } wrong ? Verdict.Refuse(row.ExplainWithout(attempt, wrong).With(Lost(row, from, attempt)))
            : Take(place!, row, attempt);
    }

    /// <summary>Asks what may be done in a state, and why the rest may not (S-7).</summary>
    /// <param name="from">The state the subject is in.</param>
    /// <param name="version">The version of the subject that the answer holds for.</param>
    /// <param name="attempts">What requirements judge, for each trigger; its parameters are not looked at.</param>
    /// <returns>A prospect for each trigger of the lifecycle, in the order of the table.</returns>
    public Prospects Ask(State from, long version, Func<Trigger, TAttempt> attempts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        var all = Description.Triggers.Select(known => Explain(from, known, attempts(known.Trigger)));
        return new Prospects(Reference, from, version, all.ToValueList());
    }

    /// <summary>Asks about one trigger beforehand: whether it is available, on which conditions, or why not (S-7).</summary>
    /// <param name="from">The state the subject is in.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="attempt">What requirements judge; its parameters are not looked at.</param>
    /// <returns>The prospect.</returns>
    public Prospect Explain(State from, Trigger trigger, TAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Explain(from, new TriggerDescription(trigger, Description.ParametersOf(trigger)), attempt);
    }

    /// <summary>A state of this lifecycle, ready to be asked what may be done in it (S-7).</summary>
    /// <param name="state">The state.</param>
    /// <returns>The place, or null when the lifecycle has no such state.</returns>
    public Place<TAttempt>? At(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _places.TryGetValue(state, out var place) ? place : null;
    }

    /// <summary>The triggers that a state has a row for, whether or not their requirements are met.</summary>
    /// <param name="from">The state.</param>
    /// <returns>The triggers in the order of the table; none for a final or an unknown state.</returns>
    public ValueList<Trigger> TriggersFrom(State from) => At(from)?.Triggers ?? [];

    /// <summary>The definition's name, version and the beginning of its hash.</summary>
    /// <returns>For example <c>normal@1#0f3a5c77b2d1</c>.</returns>
    public override string ToString() => Reference.ToString();

    /// <summary>The answer to a subject of another definition: every trigger refused, none guessed at.</summary>
    internal Prospects Foreign(Standing standing)
    {
        var refusal = Undefined.Definition(this, standing);
        return new Prospects(Reference, standing.State, standing.Version, Description.Triggers.Select(known => new Prospect(known.Trigger, known.Parameters, [], [], [refusal])).ToValueList());
    }

    private Prospect Explain(State from, TriggerDescription asked, TAttempt attempt)
    {
        _ = Find(from, asked.Trigger, out var row);
        return row is null
            ? new Prospect(asked.Trigger, asked.Parameters, [], [], [Undefined.Transition(this, from, asked.Trigger)])
            : new Prospect(asked.Trigger, asked.Parameters, row.Outcomes, row.AboutInput.Select(Condition.Of).ToValueList(), Beforehand(row, from, attempt));
    }

    // Where a subject came from is nothing that its input says.
    private ValueList<Refusal> Beforehand(CompiledRow<TAttempt> row, State from, TAttempt attempt) =>
        row.ExplainBeforehand(attempt).With(Lost(row, from, attempt));

    private ValueList<Refusal> Lost(CompiledRow<TAttempt> row, State from, TAttempt attempt) =>
        row.IsLost(attempt) ? [Undefined.Origin(this, from, row.Trigger)] : [];

    private Place<TAttempt>? Find(State from, Trigger trigger, out CompiledRow<TAttempt>? row)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var place = At(from);
        row = place?.Row(trigger);
        return place;
    }

    private Verdict Take(Place<TAttempt> place, CompiledRow<TAttempt> row, TAttempt attempt)
    {
        var missing = row.Judge(attempt);
        if (missing != 0)
        {
            return Verdict.Refuse(row.Explain(attempt, missing).With(Lost(row, place.State, attempt)));
        }

        var answer = row.Selector?.Choose(attempt) ?? 0;
        return answer == Selector<TAttempt>.Unknown
            ? Verdict.Refuse([Undefined.Origin(this, place.State, row.Trigger)])
            : _arrivals[_machine.Fire(place.Index, row.TriggerIndex, missing, answer)];
    }

    private FrozenDictionary<State, Place<TAttempt>> Compile()
    {
        var states = Numbered(Table.Declared);
        foreach (var state in Table.Declared)
        {
            Arrival(state, exit: null);
        }

        var triggers = Numbered(Description.Triggers.Select(known => known.Trigger));
        var rows = Table.Rows.ToLookup(row => row.From, row => Compile(row, states, triggers[row.Trigger]));
        return states.ToFrozenDictionary(state => state.Key, state => new Place<TAttempt>(this, state.Key, state.Value, [.. rows[state.Key]]));
    }

    private CompiledRow<TAttempt> Compile(DraftRow<TAttempt> row, Dictionary<State, int> states, int trigger)
    {
        var codes = row.Requirements.Select(requirement => requirement.Code).ToList();
        foreach (var outcome in row.Outcomes)
        {
            var arrival = outcome.Exit is null ? states[outcome.To] : Arrival(outcome.To, outcome.Exit);
            _machine.Permit(states[row.From], trigger, arrival, row.Selector is { } selector ? IndexOf(selector, outcome) : 0, codes);
        }

        return new CompiledRow<TAttempt>(row, trigger, Description.Triggers[trigger].Parameters);
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

    private static Dictionary<T, int> Numbered<T>(IEnumerable<T> names)
        where T : notnull =>
        names.Select((name, number) => (name, number)).ToDictionary(entry => entry.name, entry => entry.number);
}
