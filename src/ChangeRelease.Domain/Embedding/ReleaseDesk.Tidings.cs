using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <content>What a release has to tell the changes aboard it.</content>
public sealed partial class ReleaseDesk
{
    /// <summary>Finds what a release has to tell the changes aboard it; nothing is written.</summary>
    /// <param name="id">The release.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>For each change that has something to be told, the command to hand in at a <see cref="ChangeDesk"/>, and what it follows from; none when there is no such release.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public async ValueTask<ValueList<Tiding>> TidingsAsync(ReleaseId id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (await _tidings.ReadAsync(id, cancellation).ConfigureAwait(false)).Select(due => due.Tiding).ToValueList();
    }

    /// <summary>Tells the changes aboard a release all that they have to be told: each by a command of its own, decided like any other, and one that is refused keeps no other back (S-1).</summary>
    /// <remarks>
    /// Each command is given as by whoever gave the command on the release that it follows from, and its identity follows from that one and from the change as it is. So telling again,
    /// after a crash or at the same time, tells what is left and nothing twice (S-5). With <see cref="DeskSettings.TellsChanges"/> the desk does it by itself.
    /// </remarks>
    /// <param name="id">The release.</param>
    /// <param name="progress">Is told how many commands were decided on, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the telling early; what was told by then stands.</param>
    /// <returns>For each command what became of it; a change that has more than one thing to be told comes again. None when there is no such release.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(Tiding Tiding, Outcome<ChangeRequest, ChangeEvent> Outcome)> TellAsync(
        ReleaseId id, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _tidings.TellAsync(id, progress, cancellation);
    }

    private protected override async ValueTask AfterAsync(ReleaseId id, CancellationToken cancellation)
    {
        if (_tells)
        {
            await foreach (var _ in TellAsync(id, null, cancellation).ConfigureAwait(false))
            {
            }
        }
    }
}
