using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>What a store is, as plainly as it can be said: the oracle of generated calls.</summary>
internal sealed class StoreModel
{
    private readonly List<EventRecord> _all = [];

    public List<EventRecord> Of(StreamId stream) => [.. _all.Where(record => record.Stream == stream)];

    public AppendResult Due(IReadOnlyList<EventRecord> batch)
    {
        var (first, kept) = (batch[0], Of(batch[0].Stream));
        return kept.FindLast(record => record.Command == first.Command) is { } applied ? new AlreadyApplied(applied.Version)
            : kept.Count != first.Version - 1 ? new Conflict(kept.Count)
            : new Appended(kept.Count + batch.Count);
    }

    public void Apply(IReadOnlyList<EventRecord> batch) => _all.AddRange(batch);
}
