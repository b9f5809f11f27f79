using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Keeps checkpoints in memory, for tests, trials and samples; it survives nothing.</summary>
public sealed class InMemoryCheckpointSink : ICheckpointSink
{
    private readonly Lock _gate = new();
    private readonly List<KeptCheckpoint> _kept = [];

    /// <summary>All checkpoints that were kept, the first one first.</summary>
    public ValueList<KeptCheckpoint> All
    {
        get
        {
            lock (_gate)
            {
                return _kept.ToValueList();
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<KeptCheckpoint?> LastAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(All is [.., var last] ? last : null);
    }

    /// <inheritdoc/>
    public ValueTask<bool> KeepAsync(KeptCheckpoint checkpoint, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (checkpoint.Checkpoint.Follows(_kept is [.., var last] ? last.Checkpoint : null))
            {
                _kept.Add(checkpoint);
                return new(true);
            }

            return new(_kept.Contains(checkpoint));
        }
    }
}
