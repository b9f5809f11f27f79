using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A table in which a state was named.</summary>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class TableState<TAttempt>
{
    private readonly LifecycleTable<TAttempt> _table;
    private readonly ValueList<State> _states;

    internal TableState(LifecycleTable<TAttempt> table, ValueList<State> states) => (_table, _states) = (table, states);

    /// <summary>Begins a row.</summary>
    /// <param name="trigger">What moves the state.</param>
    /// <returns>The next step: say where it leads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public TableTrigger<TAttempt> On(Trigger trigger) => _table.Row(_states, trigger, isSideDoor: false);
}

/// <summary>A table in which a side door was named.</summary>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class TableSideDoor<TAttempt>
{
    private readonly LifecycleTable<TAttempt> _table;
    private readonly Trigger _trigger;

    internal TableSideDoor(LifecycleTable<TAttempt> table, Trigger trigger) => (_table, _trigger) = (table, trigger);

    /// <summary>Says from where the side door leads.</summary>
    /// <param name="states">The states that have it.</param>
    /// <returns>The next step: say where it leads.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="states"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="states"/> is empty.</exception>
    public TableTrigger<TAttempt> From(params ReadOnlySpan<State> states)
    {
        _table.In(states);
        return _table.Row(ValueList.Create(states), _trigger, isSideDoor: true);
    }
}

/// <summary>A table in which a row was begun and still needs its destination.</summary>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class TableTrigger<TAttempt>
{
    private readonly LifecycleTable<TAttempt> _table;
    private readonly ValueList<State> _states;
    private readonly IReadOnlyList<DraftRow<TAttempt>> _rows;

    internal TableTrigger(LifecycleTable<TAttempt> table, ValueList<State> states, IReadOnlyList<DraftRow<TAttempt>> rows) =>
        (_table, _states, _rows) = (table, states, rows);

    /// <summary>Leads to another state.</summary>
    /// <param name="state">The destination.</param>
    /// <returns>The next step: requirements, or the next row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public TableRow<TAttempt> GoTo(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Lead(row => row.Leads([new Outcome(null, state, null)]));
    }

    /// <summary>Stays in the state.</summary>
    /// <returns>The next step: requirements, or the next row.</returns>
    public TableRow<TAttempt> Stay() => Lead(row => row.Leads([new Outcome(null, row.From, null)]));

    /// <summary>Leads to one of several states, as a selector decides.</summary>
    /// <param name="selector">The question.</param>
    /// <param name="cases">Where each of its answers leads; a null destination stays in the state.</param>
    /// <returns>The next step: requirements, or the next row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is null.</exception>
    public TableRow<TAttempt> Choose(Selector<TAttempt> selector, params ReadOnlySpan<(string Case, State? To)> cases)
    {
        ArgumentNullException.ThrowIfNull(selector);
        var answers = cases.ToArray();
        return Lead(row => row.Leads([.. Outcomes(row, answers)], selector));
    }

    /// <summary>Leads to one of several states, as a selector decides.</summary>
    /// <param name="choice">The question, and where each of its answers leads.</param>
    /// <returns>The next step: requirements, or the next row.</returns>
    public TableRow<TAttempt> Choose((Selector<TAttempt> Selector, (string Case, State? To)[] Cases) choice) => Choose(choice.Selector, choice.Cases);

    /// <summary>Leads to one of several states, or out of this table into another definition, as a selector decides.</summary>
    /// <param name="selector">The question.</param>
    /// <param name="elsewhere">The definition that the exit leads into.</param>
    /// <param name="exit">The case that exits, and the state of the other definition where it arrives.</param>
    /// <param name="cases">Where each of the other answers leads; a null destination stays in the state.</param>
    /// <returns>The next step: requirements, or the next row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/>, <paramref name="elsewhere"/> or the state of <paramref name="exit"/> is null.</exception>
    public TableRow<TAttempt> ChooseOrExit(
        Selector<TAttempt> selector,
        Lifecycle<TAttempt> elsewhere,
        (string Case, State To) exit,
        params ReadOnlySpan<(string Case, State? To)> cases)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(elsewhere);
        ArgumentNullException.ThrowIfNull(exit.To, nameof(exit));
        var others = cases.ToArray();
        return Lead(row => row.Leads(
            [.. Outcomes(row, others), new Outcome(exit.Case, exit.To, elsewhere.Reference)],
            selector,
            elsewhere));
    }

    /// <summary>Leads back to where the subject came from.</summary>
    /// <remarks>Every state with a row into this one must be among the origins of exactly one way.</remarks>
    /// <param name="origin">The question where it came from.</param>
    /// <param name="ways">The ways back.</param>
    /// <returns>The next step: requirements, or the next row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="origin"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ways"/> is empty.</exception>
    public TableRow<TAttempt> Return(OriginSelector<TAttempt> origin, params ReadOnlySpan<Way> ways)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentOutOfRangeException.ThrowIfZero(ways.Length, nameof(ways));
        var back = ValueList.Create(ways);
        return Lead(row => row.Returns(origin, back));
    }

    /// <summary>Leads out of this table into another definition: a declared exit, recorded as a migration (S-13).</summary>
    /// <param name="elsewhere">The other definition.</param>
    /// <param name="state">The state of the other definition where it arrives.</param>
    /// <returns>The next step: requirements, or the next row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="elsewhere"/> or <paramref name="state"/> is null.</exception>
    public TableRow<TAttempt> ExitTo(Lifecycle<TAttempt> elsewhere, State state)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        ArgumentNullException.ThrowIfNull(state);
        return Lead(row => row.Leads([new Outcome(null, state, elsewhere.Reference)], exitTable: elsewhere));
    }

    private static IEnumerable<Outcome> Outcomes(DraftRow<TAttempt> row, (string Case, State? To)[] answers) =>
        answers.Select(answer => new Outcome(answer.Case, answer.To ?? row.From, null));

    private TableRow<TAttempt> Lead(Action<DraftRow<TAttempt>> lead)
    {
        foreach (var row in _rows)
        {
            lead(row);
        }

        return new TableRow<TAttempt>(_table, _states, _rows);
    }
}

/// <summary>A table whose last row is complete and may still ask for requirements.</summary>
/// <typeparam name="TAttempt">What its requirements judge.</typeparam>
public sealed class TableRow<TAttempt>
{
    private readonly LifecycleTable<TAttempt> _table;
    private readonly ValueList<State> _states;
    private readonly IReadOnlyList<DraftRow<TAttempt>> _rows;

    internal TableRow(LifecycleTable<TAttempt> table, ValueList<State> states, IReadOnlyList<DraftRow<TAttempt>> rows) =>
        (_table, _states, _rows) = (table, states, rows);

    /// <summary>Asks for requirements, and for everything they wait for.</summary>
    /// <param name="requirements">All of them must be met.</param>
    /// <returns>The same row.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="requirements"/> is null.</exception>
    public TableRow<TAttempt> When(params ReadOnlySpan<Requirement<TAttempt>> requirements)
    {
        foreach (var requirement in requirements)
        {
            ArgumentNullException.ThrowIfNull(requirement);
            foreach (var row in _rows)
            {
                row.Needs(requirement);
            }
        }

        return this;
    }

    /// <summary>Says that the subject may afterwards count as having come from other states than the one it did come from.</summary>
    /// <remarks>Needed where a row edits what a <see cref="TableTrigger{TAttempt}.Return"/> asks for: proofs follow it.</remarks>
    /// <param name="states">The other states.</param>
    /// <returns>The same row.</returns>
    public TableRow<TAttempt> ComesFrom(params ReadOnlySpan<State> states) => ComesFromIf(null, states);

    /// <summary>Says for one case that the subject may afterwards count as having come from other states.</summary>
    /// <param name="answer">The case.</param>
    /// <param name="states">The other states.</param>
    /// <returns>The same row.</returns>
    public TableRow<TAttempt> ComesFromIf(string? answer, params ReadOnlySpan<State> states)
    {
        foreach (var row in _rows)
        {
            row.ComesFrom(answer, ValueList.Create(states));
        }

        return this;
    }

    /// <inheritdoc cref="LifecycleTable{TAttempt}.Takes"/>
    public LifecycleTable<TAttempt> Takes(Trigger trigger, params ReadOnlySpan<Parameter> parameters) => _table.Takes(trigger, parameters);

    /// <summary>Begins another row of the same states.</summary>
    /// <param name="trigger">What moves them.</param>
    /// <returns>The next step: say where it leads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public TableTrigger<TAttempt> On(Trigger trigger) => _table.Row(_states, trigger, isSideDoor: false);

    /// <inheritdoc cref="LifecycleTable{TAttempt}.In"/>
    public TableState<TAttempt> In(params ReadOnlySpan<State> states) => _table.In(states);

    /// <inheritdoc cref="LifecycleTable{TAttempt}.SideDoor"/>
    public TableSideDoor<TAttempt> SideDoor(Trigger trigger) => _table.SideDoor(trigger);

    /// <inheritdoc cref="LifecycleTable{TAttempt}.StartsIn"/>
    public LifecycleTable<TAttempt> StartsIn(State state) => _table.StartsIn(state);

    /// <inheritdoc cref="LifecycleTable{TAttempt}.EndsIn"/>
    public LifecycleTable<TAttempt> EndsIn(params ReadOnlySpan<State> states) => _table.EndsIn(states);
}
