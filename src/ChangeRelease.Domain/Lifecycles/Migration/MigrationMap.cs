using System.Collections.Frozen;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Where the subjects of one definition go in another: total, legal, and the only way from one to the other (S-13).</summary>
/// <remarks>
/// <para>It is checked when it is built. Every state has its destination. What has ended stays ended, and nothing else ends.</para>
/// <para>
/// No subject is led forward in the order of the phases. One that stands aside stays in its phase, or goes back to a phase no later than
/// the earliest that leads there.
/// </para>
/// <para>
/// No subject is led past a gate, within a phase or across: each state that every life of the new table passes on its way to the
/// destination is one that every life of the old table passed on its way, by its name or by the one that it was renamed to. Who did not
/// is led to the gate or before it, or is excused by name. A state that can be gone round is no gate, and neither is one that leads
/// back to where one came from, nor a requirement: what rows ask for is asked only of those who take them.
/// </para>
/// <para>Who goes back to where they came from still can: each origin is led to an origin of the new table's way back.</para>
/// </remarks>
public sealed class MigrationMap
{
    private readonly MigrationTables _tables;
    private readonly FrozenDictionary<State, MigrationMove> _moves;
    private readonly bool _isToAnother;

    private MigrationMap(MigrationTables tables, MigrationDraft draft)
    {
        (_tables, _isToAnother) = (tables, draft.IsToAnother);
        Diff = LifecycleDiff.Between(tables.Before, tables.After);
        Moves = new MigrationCheck(tables, draft, From, To).Moves();
        _moves = Moves.ToFrozenDictionary(move => move.From);
    }

    /// <summary>The definition that is left.</summary>
    public LifecycleRef From => Diff.Before;

    /// <summary>The definition that is entered.</summary>
    public LifecycleRef To => Diff.After;

    /// <summary>Where the subjects of each state go, in the order of the table that is left.</summary>
    public ValueList<MigrationMove> Moves { get; }

    /// <summary>What differs between the two tables.</summary>
    public LifecycleDiff Diff { get; }

    /// <summary>Writes a map and checks it.</summary>
    /// <param name="from">The definition that is left, as it was built.</param>
    /// <param name="to">The definition that is entered, as it was built: a higher version of the same id, or another id if the map says so.</param>
    /// <param name="write">Says where the subjects of each state go.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">A definition names a state twice, as none does that was built.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="MigrationMapException">The map is not total or not legal; it says everything that is wrong.</exception>
    public static MigrationMap Between(LifecycleDescription from, LifecycleDescription to, Action<MigrationDraft> write)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(write);
        CheckStates(from, nameof(from));
        CheckStates(to, nameof(to));
        var draft = new MigrationDraft();
        write(draft);
        return new MigrationMap(new MigrationTables(from, to), draft);
    }

    /// <summary>This map and then another, as one; the whole is checked anew.</summary>
    /// <param name="next">A map from where this one leads to.</param>
    /// <returns>The map from where this one leads from to where the other one leads to.</returns>
    /// <exception cref="ArgumentException"><paramref name="next"/> leads from another definition.</exception>
    /// <exception cref="MigrationMapException">The two together are not legal.</exception>
    public MigrationMap Then(MigrationMap next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.From != To)
        {
            throw new ArgumentException($"One map leads to {To}, and the next leads from {next.From}.", nameof(next));
        }

        return new MigrationMap(new MigrationTables(_tables.Before, next._tables.After), Joined(next));
    }

    /// <summary>Says where one subject would stand, or why it cannot be moved.</summary>
    /// <param name="standing">Where it stands.</param>
    /// <returns>The verdict; it holds for the version that the standing names.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="standing"/> is null.</exception>
    public MigrationVerdict Apply(Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (standing.Definition != From)
        {
            return MigrationVerdict.Refuse([standing.Definition == To ? MigrationRefusals.AlreadyThere(standing) : MigrationRefusals.Elsewhere(standing, this)]);
        }

        var refusals = Refusals(standing).ToValueList();
        return refusals.Count > 0 ? MigrationVerdict.Refuse(refusals) : MigrationVerdict.Permit(Moved(standing));
    }

    /// <summary>Says what would become of many subjects, each by the same verdict as <see cref="Apply"/> (S-1); it keeps counts and a few examples.</summary>
    /// <param name="subjects">The subjects, each by a name for the report; they are read once, one after the other.</param>
    /// <param name="each">Is told the verdict on each subject, in their order; null when only the counts are wanted.</param>
    /// <param name="progress">Is told how many were seen, after every thousand and at the end.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>The report; the same for the same subjects in the same order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subjects"/> or a standing is null.</exception>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public MigrationReport DryRun(
        IEnumerable<(string Subject, Standing Standing)> subjects,
        Action<string, MigrationVerdict>? each = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var tally = new MigrationTally(this);
        foreach (var (subject, standing) in subjects)
        {
            cancellation.ThrowIfCancellationRequested();
            var verdict = Apply(standing);
            each?.Invoke(subject, verdict);
            tally.Count(subject, standing, verdict, progress);
        }

        return tally.Close(progress);
    }

    /// <summary>Both definitions, and one line for each state.</summary>
    /// <returns>Lines joined by line feeds, without one at the end.</returns>
    public override string ToString() => string.Join('\n', [$"{From} to {To}", .. Moves.Select(move => $"  {move}")]);

    internal ValueList<Trigger> TriggersAt(State state) => _tables.TriggersAt(state);

    private static void CheckStates(LifecycleDescription table, string name)
    {
        if (table.States.Distinct().Count() != table.States.Count)
        {
            throw new ArgumentException($"The definition {table.Id} names a state twice; it was never built.", name);
        }
    }

    private IEnumerable<Refusal> Refusals(Standing standing)
    {
        var move = _moves.GetValueOrDefault(standing.State);
        var origin = standing.Origin is { } from ? _moves.GetValueOrDefault(from) : null;
        if (move is null)
        {
            yield return MigrationRefusals.StateForeign(standing);
        }

        if (standing.Origin is not null && origin is null)
        {
            yield return MigrationRefusals.OriginForeign(standing);
        }

        if (move is not null && standing.Origin is null && _tables.WaysBackFrom(move.To).Any())
        {
            yield return MigrationRefusals.OriginMissing(move.To);
        }

        if (move is not null && origin is not null && _tables.Strands(move.To, origin.To) is { } row)
        {
            yield return MigrationRefusals.OriginStranded(standing, origin.To, row);
        }
    }

    private Standing Moved(Standing standing)
    {
        var to = _moves[standing.State].To;
        return new Standing(To, to, standing.Version) { Origin = standing.Origin is { } origin && _tables.KeepsOrigin(to) ? _moves[origin].To : null };
    }

    private MigrationDraft Joined(MigrationMap next)
    {
        var draft = new MigrationDraft();
        if (_isToAnother || next._isToAnother)
        {
            draft.ToAnotherDefinition();
        }

        foreach (var move in Moves)
        {
            var onward = next._moves[move.To];
            var isSame = (move.IsRename || move.From == move.To) && (onward.IsRename || onward.From == onward.To);
            var gates = move.AsIfPast.Select(gate => next._moves[gate] is { IsRename: true } renamed ? renamed.To : gate).Where(next._tables.StatesAfter.Contains);
            (isSame && move.From != onward.To ? draft.Rename(move.From, onward.To) : draft.Move(move.From, onward.To)).AsIfPast([.. gates, .. onward.AsIfPast]);
        }

        return draft;
    }
}
