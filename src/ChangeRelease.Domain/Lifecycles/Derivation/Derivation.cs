using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A lifecycle while it is being derived from another: states and requirements are added, side doors are forbidden, nothing is taken away that a gate asks for.</summary>
/// <remarks>
/// The result is verified like any table, and proved to be at least as strict as its parent (S-12): every life it permits is, with the
/// triggers it adds left out, a life that its parent permits with no more requirements. What loosens does not build.
/// </remarks>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class Derivation<TAttempt>
{
    private readonly LifecycleTable<TAttempt> _table;
    private readonly Lifecycle<TAttempt> _parent;
    private readonly RowIndex<TAttempt> _index;
    private readonly List<(State Added, State With, ValueList<Trigger> Triggers)> _shares = [];
    private readonly HashSet<(State Added, Trigger Trigger)> _shared = [];
    private readonly HashSet<(State From, Trigger Trigger)> _forbidden = [];

    internal Derivation(Lifecycle<TAttempt> parent, string id, int version)
    {
        (_parent, _table) = (parent, LifecycleTable<TAttempt>.CopyOf(parent, id, version));
        _index = new RowIndex<TAttempt>(_table.Rows);
    }

    /// <summary>What was wrong with what was said so far.</summary>
    internal List<LifecycleFault> Faults => _table.Faults;

    /// <summary>Adds a state on the way from one state to another: rows that led there lead to the added state first.</summary>
    /// <param name="added">The state; its phase lies between those of the two.</param>
    /// <param name="from">The state that is left.</param>
    /// <param name="to">The state that is reached from the added one, by a row that the derivation writes.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Derivation<TAttempt> Insert(State added, State from, State to)
    {
        ArgumentNullException.ThrowIfNull(from);
        return Insert(added, to, row => row.From == from, $"{from} and {to}");
    }

    /// <summary>Adds a state before another: every row that led there leads to the added state first; only ways back stay.</summary>
    /// <param name="added">The state.</param>
    /// <param name="to">The state that is reached from the added one, by a row that the derivation writes.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Derivation<TAttempt> Insert(State added, State to) => Insert(added, to, row => row.From != to, $"what leads to {to} and {to}");

    /// <summary>Gives an added state the rows that another state has: the same requirements, the same destinations.</summary>
    /// <param name="added">The added state.</param>
    /// <param name="with">The state whose rows it shares.</param>
    /// <param name="triggers">The triggers of these rows; every side door of that state when none is named.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Derivation<TAttempt> Share(State added, State with, params ReadOnlySpan<Trigger> triggers)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(with);
        _shares.Add((added, with, ValueList.Create(triggers)));
        return this;
    }

    /// <summary>Asks for more wherever the parent has a row for a trigger.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="requirements">What is needed, too, and everything that waits for.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Derivation<TAttempt> Require(Trigger trigger, params ReadOnlySpan<Requirement<TAttempt>> requirements)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Require(_table.Rows.Where(row => row.Trigger == trigger), $"{trigger}", requirements);
    }

    /// <summary>Asks for more where the parent has a row for a trigger in one state.</summary>
    /// <param name="from">The state.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="requirements">What is needed, too, and everything that waits for.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Derivation<TAttempt> Require(State from, Trigger trigger, params ReadOnlySpan<Requirement<TAttempt>> requirements)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(trigger);
        return Require(_index.Of(from, trigger), $"{from} on {trigger}", requirements);
    }

    /// <summary>Closes a side door. A state of the parent's that nothing leads to any more goes with it.</summary>
    /// <param name="trigger">What takes the door.</param>
    /// <param name="from">The states that lose it; all that have it when none is named.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public Derivation<TAttempt> Forbid(Trigger trigger, params ReadOnlySpan<State> from)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var states = from.ToArray().ToHashSet();
        var rows = _table.Rows.Where(row => row.Trigger == trigger && (states.Count == 0 || states.Contains(row.From))).ToList();
        foreach (var state in states.Except(rows.Select(row => row.From)))
        {
            Fault("lifecycle.derivation.nothing-to-forbid", $"{state} on {trigger}", "The parent has no such row. Leave it out.");
        }

        if (rows.Count == 0 && states.Count == 0)
        {
            Fault("lifecycle.derivation.nothing-to-forbid", trigger.Value, "The parent has no row for it. Leave it out.");
        }

        foreach (var row in rows.Where(row => !row.IsSideDoor))
        {
            Fault("lifecycle.derivation.not-a-side-door", row.Place, "Only side doors are forbidden. Ask for a requirement with Require instead.");
        }

        var closed = rows.Where(row => row.IsSideDoor).ToHashSet();
        _forbidden.UnionWith(closed.Select(row => (row.From, row.Trigger)));
        _table.Rows.RemoveAll(closed.Contains);
        _index.Forget();
        return this;
    }

    /// <summary>Says what a trigger takes that the derivation adds; those of the parent keep theirs.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="parameters">What it takes, in the order in which a form would ask for it.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public Derivation<TAttempt> Takes(Trigger trigger, params ReadOnlySpan<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        if (_parent.Description.Triggers.Any(known => known.Trigger == trigger))
        {
            Fault("lifecycle.derivation.trigger-exists", trigger.Value, "The parent says what it takes. Use a trigger of your own, or a fact of the host's.");
        }
        else
        {
            _table.Takes(trigger, parameters);
        }

        return this;
    }

    /// <inheritdoc cref="LifecycleTable{TAttempt}.In"/>
    public TableState<TAttempt> In(params ReadOnlySpan<State> states) => _table.In(states);

    /// <inheritdoc cref="LifecycleTable{TAttempt}.SideDoor"/>
    public TableSideDoor<TAttempt> SideDoor(Trigger trigger) => _table.SideDoor(trigger);

    /// <summary>Adds a row as <see cref="In"/> and <see cref="SideDoor"/> do.</summary>
    internal void Add(DraftRow<TAttempt> row)
    {
        _table.In(row.From);
        _table.Rows.Add(row);
    }

    /// <summary>The table with everything that was said.</summary>
    internal LifecycleTable<TAttempt> Finish()
    {
        foreach (var (added, with, triggers) in _shares)
        {
            Share(added, with, triggers);
        }

        if (_forbidden.Count > 0)
        {
            Leave();
        }

        var into = AddedInto();
        foreach (var row in _table.Rows.Where(row => row.Origin is not null))
        {
            row.AddWays(into[row.From]);
        }

        var used = _table.Rows.Select(row => row.Trigger).ToHashSet();
        _table.Taken.RemoveAll(known => !used.Contains(known.Trigger) && _parent.Table.Taken.Contains(known));
        return _table;
    }

    private Derivation<TAttempt> Insert(State added, State to, Func<DraftRow<TAttempt>, bool> isMeant, string between)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(to);
        if (_parent.At(added) is not null)
        {
            Fault("lifecycle.derivation.state-exists", added.Name, "The parent has this state. Give the added one a name of its own.");
            return this;
        }

        var redirected = _table.Rows.Where(row => row.Origin is null && isMeant(row)).Count(row => row.Redirect(to, added));
        if (redirected == 0)
        {
            Fault("lifecycle.derivation.nothing-between", added.Name, $"No row leads between {between}. Name two states that a row joins.");
        }

        return this;
    }

    private Derivation<TAttempt> Require(IEnumerable<DraftRow<TAttempt>> rows, string place, ReadOnlySpan<Requirement<TAttempt>> requirements)
    {
        var meant = rows.ToList();
        if (meant.Count == 0)
        {
            Fault("lifecycle.derivation.nothing-to-require", place, "The parent has no such row. Name one that it has.");
        }

        foreach (var requirement in requirements)
        {
            ArgumentNullException.ThrowIfNull(requirement, nameof(requirements));
            meant.ForEach(row => row.Needs(requirement));
        }

        return this;
    }

    private void Share(State added, State with, ValueList<Trigger> triggers)
    {
        var rows = _table.Rows.Where(row => row.From == with && (triggers.Count == 0 ? row.IsSideDoor : triggers.Contains(row.Trigger))).ToList();
        foreach (var missing in triggers.Except(rows.Select(row => row.Trigger)))
        {
            Fault("lifecycle.derivation.nothing-to-share", $"{added} on {missing}", $"{with} has no row for it. Leave it out.");
        }

        _table.In(added);
        foreach (var row in rows)
        {
            Share(added, row);
        }
    }

    // What only a forbidden door led to is left out, with its rows; what the derivation adds is verified like any state.
    private void Leave()
    {
        var (open, reached) = (Reached(_parent.Table.Rows.Where(row => !_forbidden.Contains((row.From, row.Trigger)))), Reached(_table.Rows));
        var left = _parent.Description.States.Where(state => !open.Contains(state) && !reached.Contains(state)).ToHashSet();
        _table.Rows.RemoveAll(row => left.Contains(row.From));
        _table.Declared.Remove(left);
        _table.Ends.Remove(left);
        foreach (var row in _table.Rows.Where(row => row.Origin is not null))
        {
            row.RemoveWays(left);
        }
    }

    // A row that is shared again and again would double with each time that a state shares with itself, or with others in turn.
    private void Share(State added, DraftRow<TAttempt> row)
    {
        var copy = row.Copy(added);
        if (_shared.Add((added, row.Trigger)))
        {
            _table.Rows.Add(copy);
        }
        else
        {
            Fault("lifecycle.derivation.shared-twice", copy.Place, $"The added state has this row already, and {row.From} would give it another. Share it once.");
        }
    }

    private HashSet<State> Reached(IEnumerable<DraftRow<TAttempt>> rows) => StateList.Closure(
        _table.Starts,
        rows.SelectMany(row => row.Outcomes.Where(outcome => outcome.Exit is null), (row, outcome) => (row.From, outcome.To)).ToLookup(arrow => arrow.From, arrow => arrow.To));

    private ILookup<State, State> AddedInto() => _table.Rows
        .Where(row => _parent.At(row.From) is null)
        .SelectMany(row => row.Outcomes.Where(outcome => outcome.Exit is null && outcome.To != row.From), (row, outcome) => (outcome.To, row.From))
        .Distinct()
        .ToLookup(way => way.To, way => way.From);

    private void Fault(string code, string place, string message) => _table.Faults.Add(new LifecycleFault(code, place, message));
}
