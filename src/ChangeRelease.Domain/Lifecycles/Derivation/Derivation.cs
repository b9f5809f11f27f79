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
    private readonly List<(State Added, State With, ValueList<Trigger> Triggers)> _shares = [];
    private bool _forbids;

    internal Derivation(Lifecycle<TAttempt> parent, string id, int version) =>
        (_parent, _table) = (parent, LifecycleTable<TAttempt>.CopyOf(parent, id, version));

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
        return Require(_table.Rows.Where(row => row.From == from && row.Trigger == trigger), $"{from} on {trigger}", requirements);
    }

    /// <summary>Closes a side door. A state of the parent's that nothing leads to any more goes with it.</summary>
    /// <param name="trigger">What takes the door.</param>
    /// <param name="from">The states that lose it; all that have it when none is named.</param>
    /// <returns>The same derivation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public Derivation<TAttempt> Forbid(Trigger trigger, params ReadOnlySpan<State> from)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var states = ValueList.Create(from);
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

        _forbids |= _table.Rows.RemoveAll(row => row.IsSideDoor && rows.Contains(row)) > 0;
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

    /// <summary>The table with everything that was said.</summary>
    internal LifecycleTable<TAttempt> Finish()
    {
        foreach (var (added, with, triggers) in _shares)
        {
            Share(added, with, triggers);
        }

        if (_forbids)
        {
            Leave();
        }

        foreach (var row in _table.Rows.Where(row => row.Origin is not null))
        {
            row.AddWays(AddedInto(row.From));
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
        _table.Rows.AddRange(rows.Select(row => row.Copy(added)));
    }

    // What only a forbidden door led to is left out, with its rows; what the derivation adds is verified like any state.
    private void Leave()
    {
        var next = _table.Rows.SelectMany(row => row.Outcomes.Where(outcome => outcome.Exit is null), (row, outcome) => (row.From, outcome.To)).ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reached = StateList.Closure(_table.Starts, next);
        var left = _parent.Description.States.Where(state => !reached.Contains(state)).ToHashSet();
        _table.Rows.RemoveAll(row => left.Contains(row.From));
        _table.Declared.Remove(left);
        _table.Ends.Remove(left);
        foreach (var row in _table.Rows.Where(row => row.Origin is not null))
        {
            row.RemoveWays(left);
        }
    }

    private IEnumerable<State> AddedInto(State state) => _table.Rows
        .Where(row => row.From != state && _parent.At(row.From) is null && row.Outcomes.Any(outcome => outcome.Exit is null && outcome.To == state))
        .Select(row => row.From)
        .Distinct();

    private void Fault(string code, string place, string message) => _table.Faults.Add(new LifecycleFault(code, place, message));
}
