namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A migration map while it is being written: where the subjects of each state go. Nothing is implied.</summary>
public sealed class MigrationDraft
{
    internal MigrationDraft()
    {
    }

    internal List<DraftMove> Moves { get; } = [];

    internal DraftMove? Rest { get; private set; }

    internal bool IsToAnother { get; private set; }

    /// <summary>Leads subjects to the state of the same name and phase.</summary>
    /// <param name="states">States that both tables have.</param>
    /// <returns>The next step: an excuse, or the next states.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="states"/> is null.</exception>
    public MigrationDraftMove Keep(params ReadOnlySpan<State> states)
    {
        var moves = new List<DraftMove>();
        foreach (var state in states)
        {
            ArgumentNullException.ThrowIfNull(state, nameof(states));
            moves.Add(new DraftMove(state, state));
        }

        return Add(moves);
    }

    /// <summary>Leads the subjects of a state to the same one under another name: who passed the one has passed the other.</summary>
    /// <param name="from">A state of the definition that is left.</param>
    /// <param name="to">What the definition that is entered calls it.</param>
    /// <returns>The next step: an excuse, or the next states.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public MigrationDraftMove Rename(State from, State to) => Lead(from, to, isRename: true);

    /// <summary>Leads the subjects of one state to another.</summary>
    /// <param name="from">A state of the definition that is left.</param>
    /// <param name="to">A state of the definition that is entered.</param>
    /// <returns>The next step: an excuse, or the next states.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public MigrationDraftMove Move(State from, State to) => Lead(from, to, isRename: false);

    /// <summary>Leads the subjects of every state that is not mentioned to the state of the same name and phase.</summary>
    /// <returns>The next step: an excuse, or the next states.</returns>
    public MigrationDraftMove KeepTheRest()
    {
        Rest ??= new DraftMove(null, null);
        return new MigrationDraftMove(this, [Rest]);
    }

    /// <summary>Says that the definition that is entered is meant to be another one, not a later version of the one that is left.</summary>
    /// <returns>The same draft.</returns>
    public MigrationDraft ToAnotherDefinition()
    {
        IsToAnother = true;
        return this;
    }

    private MigrationDraftMove Lead(State from, State to, bool isRename)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return Add([new DraftMove(from, to, isRename)]);
    }

    private MigrationDraftMove Add(List<DraftMove> moves)
    {
        Moves.AddRange(moves);
        return new MigrationDraftMove(this, moves);
    }
}

/// <summary>A migration map whose last states may still be excused from gates.</summary>
public sealed class MigrationDraftMove
{
    private readonly MigrationDraft _draft;
    private readonly IReadOnlyList<DraftMove> _moves;

    internal MigrationDraftMove(MigrationDraft draft, IReadOnlyList<DraftMove> moves) => (_draft, _moves) = (draft, moves);

    /// <summary>Excuses the subjects of these states from gates that stand before the state they are led to, and that they did not pass.</summary>
    /// <remarks>A named exception: the map shows it, and nothing else lets a subject past a gate.</remarks>
    /// <param name="gates">States of the definition that is entered.</param>
    /// <returns>The same step.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="gates"/> is null.</exception>
    public MigrationDraftMove AsIfPast(params ReadOnlySpan<State> gates)
    {
        foreach (var gate in gates)
        {
            ArgumentNullException.ThrowIfNull(gate, nameof(gates));
            foreach (var move in _moves)
            {
                move.AsIfPast.Add(gate);
            }
        }

        return this;
    }

    /// <inheritdoc cref="MigrationDraft.Keep"/>
    public MigrationDraftMove Keep(params ReadOnlySpan<State> states) => _draft.Keep(states);

    /// <inheritdoc cref="MigrationDraft.Rename"/>
    public MigrationDraftMove Rename(State from, State to) => _draft.Rename(from, to);

    /// <inheritdoc cref="MigrationDraft.Move"/>
    public MigrationDraftMove Move(State from, State to) => _draft.Move(from, to);

    /// <inheritdoc cref="MigrationDraft.KeepTheRest"/>
    public MigrationDraftMove KeepTheRest() => _draft.KeepTheRest();

    /// <inheritdoc cref="MigrationDraft.ToAnotherDefinition"/>
    public MigrationDraft ToAnotherDefinition() => _draft.ToAnotherDefinition();
}

/// <summary>One statement of a draft; without states it stands for all that are not mentioned.</summary>
internal sealed class DraftMove(State? from, State? to, bool isRename = false)
{
    public bool IsRename { get; } = isRename;

    public State? From { get; } = from;

    public State? To { get; } = to;

    public StateList AsIfPast { get; } = new();
}
