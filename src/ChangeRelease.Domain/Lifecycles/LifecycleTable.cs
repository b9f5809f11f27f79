using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A lifecycle while it is being written, read aloud from top to bottom (S-10).</summary>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class LifecycleTable<TAttempt>
{
    internal LifecycleTable(string id, int version) => (Id, Version) = (id, version);

    internal string Id { get; }

    internal int Version { get; }

    internal List<State> Starts { get; } = [];

    internal StateList Ends { get; } = new();

    internal StateList Declared { get; } = new();

    internal List<DraftRow<TAttempt>> Rows { get; } = [];

    internal List<TriggerDescription> Taken { get; } = [];

    internal List<LifecycleFault> Faults { get; } = [];

    /// <summary>The lifecycle that this one is derived from, and must be as strict as.</summary>
    internal Lifecycle<TAttempt>? Parent { get; init; }

    internal static LifecycleTable<TAttempt> CopyOf(Lifecycle<TAttempt> parent, string id, int version)
    {
        var (table, copy) = (parent.Table, new LifecycleTable<TAttempt>(id, version) { Parent = parent });
        copy.StartsIn(table.Starts[0]);
        foreach (var state in table.Declared)
        {
            copy.Declared.Add(state);
        }

        copy.EndsIn([.. table.Ends]);
        copy.Rows.AddRange(table.Rows.Select(row => row.Copy()));
        copy.Taken.AddRange(table.Taken);
        return copy;
    }

    /// <summary>Says where a life begins.</summary>
    /// <param name="state">The first state.</param>
    /// <returns>The same table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public LifecycleTable<TAttempt> StartsIn(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Starts.Add(state);
        return this;
    }

    /// <summary>Says where a life may end; nothing leads out of these states.</summary>
    /// <param name="states">The final states.</param>
    /// <returns>The same table.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="states"/> is null.</exception>
    public LifecycleTable<TAttempt> EndsIn(params ReadOnlySpan<State> states)
    {
        foreach (var state in states)
        {
            Ends.Add(state);
            Declared.Add(state);
        }

        return this;
    }

    /// <summary>Begins the rows that leave a state.</summary>
    /// <param name="states">One state, or several that share the rows that follow.</param>
    /// <returns>The next step: name a trigger.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="states"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="states"/> is empty: the rows that follow would vanish.</exception>
    public TableState<TAttempt> In(params ReadOnlySpan<State> states)
    {
        ArgumentOutOfRangeException.ThrowIfZero(states.Length, nameof(states));
        foreach (var state in states)
        {
            Declared.Add(state);
        }

        return new TableState<TAttempt>(this, ValueList.Create(states));
    }

    /// <summary>Begins a side door: rows that may run against the order of the phases (S-11).</summary>
    /// <param name="trigger">What takes the door.</param>
    /// <returns>The next step: say from where.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public TableSideDoor<TAttempt> SideDoor(Trigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new TableSideDoor<TAttempt>(this, trigger);
    }

    /// <summary>Says what a trigger takes, wherever it stands in the table (S-7).</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="parameters">What it takes, in the order in which a form would ask for it.</param>
    /// <returns>The same table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public LifecycleTable<TAttempt> Takes(Trigger trigger, params ReadOnlySpan<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Taken.Add(new TriggerDescription(trigger, ValueList.Create(parameters)));
        return this;
    }

    internal TableTrigger<TAttempt> Row(ValueList<State> from, Trigger trigger, bool isSideDoor)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var rows = from.Select(state => new DraftRow<TAttempt>(state, trigger, isSideDoor)).ToList();
        Rows.AddRange(rows);
        return new TableTrigger<TAttempt>(this, from, rows);
    }

    internal LifecycleDescription Describe()
    {
        var taken = Taken.DistinctBy(known => known.Trigger).ToDictionary(known => known.Trigger, known => known.Parameters);
        return new LifecycleDescription(Id, Version, Starts[0], Ends.ToValueList(), Declared.ToValueList(), Rows.Select(row => row.Describe()).ToValueList())
        {
            Triggers = Rows.Select(row => row.Trigger).Distinct().Select(trigger => new TriggerDescription(trigger, taken.GetValueOrDefault(trigger, []))).ToValueList(),
            DerivedFrom = Parent?.Reference,
        };
    }
}
