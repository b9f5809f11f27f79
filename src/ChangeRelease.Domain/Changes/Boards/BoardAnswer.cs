using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a change says to a board's decision before it is recorded: who of those present counts, and every reason against it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Quorum">Who counts, and who is struck out; null when the change, the board or the directory is not known.</param>
/// <param name="Refusals">Every reason why the change would not take the decision; none when it would.</param>
public sealed record BoardAnswer(ChangeId Change, BoardQuorum? Quorum, ValueList<Refusal> Refusals)
{
    /// <summary>Asks a change, by the same decider that records the decision with it (S-1).</summary>
    /// <param name="change">The change as it is.</param>
    /// <param name="decision">What the board decides.</param>
    /// <param name="facts">What is known; the stamp says who records it, and when.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static BoardAnswer Of(ChangeRequest change, RecordBoardDecision decision, ChangeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(facts);
        return new BoardAnswer(change.Id, QuorumOn(change, decision, facts.Directory, facts.Policy, facts.Stamp.At), ChangeDecider.Decide(change, decision, facts).Refusals);
    }

    /// <summary>Who counts toward the quorum on a change; null when the board or the directory is not known.</summary>
    internal static BoardQuorum? QuorumOn(ChangeRequest change, RecordBoardDecision decision, DirectorySnapshot? directory, ApprovalPolicy? policy, Instant now) =>
        directory?.BoardsCalled(decision.Board) is [var board]
            ? BoardQuorum.Of(board, directory, change.Contributors.Resolved(directory, policy?.Separations ?? [], now), decision.Attendance)
            : null;
}
