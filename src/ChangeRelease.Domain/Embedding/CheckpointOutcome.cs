using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What became of an attempt to take a checkpoint.</summary>
/// <param name="Kept">The last checkpoint that is kept; null when there is none.</param>
/// <param name="IsNew">Whether it was taken now; false when nothing had happened since, or something is wrong.</param>
/// <param name="Breaks">What is wrong with what came since the last checkpoint, as far as the limit goes; no checkpoint is taken of a broken history.</param>
public sealed record CheckpointOutcome(KeptCheckpoint? Kept, bool IsNew, ValueList<HistoryBreak> Breaks)
{
    /// <summary>Whether the checkpoint stands for everything that was there.</summary>
    public bool IsCurrent => Breaks.Count == 0;
}
