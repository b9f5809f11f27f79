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

    internal List<State> Ends { get; } = [];

    internal List<State> Declared { get; } = [];

    internal List<DraftRow<TAttempt>> Rows { get; } = [];

    /// <summary>Says where a life begins.</summary>
    /// <param name="state">The first state.</param>
    /// <returns>The same table.</returns>
    public LifecycleTable<TAttempt> StartsIn(State state)
    {
        Starts.Add(state);
        return this;
    }

    /// <summary>Says where a life may end; nothing leads out of these states.</summary>
    /// <param name="states">The final states.</param>
    /// <returns>The same table.</returns>
    public LifecycleTable<TAttempt> EndsIn(params ReadOnlySpan<State> states)
    {
        foreach (var state in states)
        {
            Ends.Add(state);
            Declare(state);
        }

        return this;
    }

    /// <summary>Begins the rows that leave a state.</summary>
    /// <param name="states">One state, or several that share the rows that follow.</param>
    /// <returns>The next step: name a trigger.</returns>
    public TableState<TAttempt> In(params ReadOnlySpan<State> states)
    {
        foreach (var state in states)
        {
            Declare(state);
        }

        return new TableState<TAttempt>(this, ValueList.Create(states));
    }

    /// <summary>Begins a side door: rows that may run against the order of the phases (S-11).</summary>
    /// <param name="trigger">What takes the door.</param>
    /// <returns>The next step: say from where.</returns>
    public TableSideDoor<TAttempt> SideDoor(Trigger trigger) => new(this, trigger);

    internal TableTrigger<TAttempt> Row(ValueList<State> from, Trigger trigger, bool isSideDoor)
    {
        var rows = from.Select(state => new DraftRow<TAttempt>(state, trigger, isSideDoor)).ToList();
        Rows.AddRange(rows);
        return new TableTrigger<TAttempt>(this, from, rows);
    }

    private void Declare(State state)
    {
        if (!Declared.Contains(state))
        {
            Declared.Add(state);
        }
    }
}
