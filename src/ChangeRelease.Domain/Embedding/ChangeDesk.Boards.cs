using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <content>Boards: many decisions of one meeting, each decided on its own (S-48).</content>
public sealed partial class ChangeDesk
{
    /// <summary>Records what a board decided on several changes, one by one: each by its own requirements, and one that is refused keeps no other back.</summary>
    /// <param name="board">The board.</param>
    /// <param name="rulings">What it decided, in the order in which it did; they are read as the answers are.</param>
    /// <param name="actor">The chair or the secretary, from the authenticated call (S-9).</param>
    /// <param name="commandId">The identity of all of them: the same again is the same act on each change (S-5).</param>
    /// <param name="progress">Is told how many were decided on, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the recording early; what was recorded by then stands.</param>
    /// <returns>For each ruling what became of it, in the order of <paramref name="rulings"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="board"/> or <paramref name="rulings"/> is null.</exception>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(BoardRuling Ruling, Outcome<ChangeRequest, ChangeEvent> Outcome)> DecideEachAsync(
        BoardId board, IEnumerable<BoardRuling> rulings, Actor actor, CommandId commandId, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(rulings);
        return Bulk.EachAsync(rulings, (ruling, ending) => HandleAsync(ruling.Change, MeetingOffice.DecisionOf(board, ruling), actor, commandId, ending), progress, cancellation);
    }

    /// <summary>What a change says to a board's decision, without recording it (S-7).</summary>
    internal async ValueTask<BoardAnswer> AnswerAsync(ChangeId id, RecordBoardDecision decision, Actor actor, CommandId commandId, CancellationToken cancellation)
    {
        var outcome = await ExplainAsync(id, decision, actor, commandId, cancellation).ConfigureAwait(false);
        var directory = await Facts.DirectoryAsync(cancellation).ConfigureAwait(false);
        var policy = await Facts.PolicyAsync(cancellation).ConfigureAwait(false);
        return new BoardAnswer(id, outcome.Subject is { } change ? BoardAnswer.QuorumOn(change, decision, directory, policy, Now) : null, outcome.Refusals);
    }
}
