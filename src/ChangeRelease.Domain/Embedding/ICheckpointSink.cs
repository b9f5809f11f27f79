using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where a host keeps checkpoints: out of the reach of whoever can write to the store, or they prove nothing (S-70).</summary>
/// <remarks>
/// Good places are another account's write-once storage, a transparency log, a ticket, a mail to the auditors. It is enough to keep the
/// <see cref="Checkpoint"/> there, as the heads cannot be changed without it; those may lie anywhere.
/// Any exception but that of cancellation leaves open whether the checkpoint was kept; <see cref="HistoryDesk.TakeAsync"/> finds out when it is called again.
/// </remarks>
public interface ICheckpointSink
{
    /// <summary>Finds the last checkpoint.</summary>
    /// <param name="cancellation">Ends the looking early.</param>
    /// <returns>The one with the greatest number; null when none was kept.</returns>
    ValueTask<KeptCheckpoint?> LastAsync(CancellationToken cancellation);

    /// <summary>Keeps a checkpoint, if its number is the next one, as one atomic act.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="cancellation">Honored before the act begins, never during it.</param>
    /// <returns>True when it is kept, by this call or by one before it; false when another one has its number, or its number is not the next one.</returns>
    ValueTask<bool> KeepAsync(KeptCheckpoint checkpoint, CancellationToken cancellation);
}
