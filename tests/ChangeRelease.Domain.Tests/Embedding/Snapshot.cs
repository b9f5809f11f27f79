using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>What a store held, to begin from again and again, whole or with records that somebody bent.</summary>
internal sealed class Snapshot(IReadOnlyList<EventRecord> records)
{
    public static async Task<Snapshot> Of(IEventStore store, params StreamId[] streams)
    {
        var records = new List<EventRecord>();
        foreach (var stream in streams)
        {
            records.AddRange(await World.Records(store, stream));
        }

        return new Snapshot(records);
    }

    /// <summary>All of a store, in the order in which it came.</summary>
    public static async Task<Snapshot> Of(InMemoryEventStore store)
    {
        var records = new List<EventRecord>();
        await foreach (var entry in store.ReadFeedAsync(0, default).ConfigureAwait(false))
        {
            records.Add(entry.Record);
        }

        return new Snapshot(records);
    }

    public IReadOnlyList<EventRecord> Records => records;

    public Task<InMemoryEventStore> Restored() => Into(new InMemoryEventStore());

    public async Task<TStore> Into<TStore>(TStore store)
        where TStore : IEventStore
    {
        foreach (var batch in records.GroupBy(record => (record.Stream, record.Command)))
        {
            await store.AppendAsync(batch.Key.Stream, batch.First().Version - 1, batch.Key.Command, [.. batch], default).ConfigureAwait(false);
        }

        return store;
    }
}
