using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

/// <summary>Feed, outbox and documents.</summary>
internal partial class PlainStore
{
    public virtual ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var (batch, told) = (AppendBatch.Checked(stream, expectedVersion, command, records), AppendBatch.Checked(stream, command, messages));
        lock (Disk.Gate)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Answer(stream, expectedVersion, command) is { } answer)
            {
                return new(answer);
            }

            Disk.Pending.AddRange(told);
            return new(Commit(stream, command, batch));
        }
    }

    public async IAsyncEnumerable<OutboxMessage> ReadPendingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var message in Told(Snapshot(() => Disk.Pending)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return message;
        }
    }

    public ValueTask SettleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        lock (Disk.Gate)
        {
            cancellation.ThrowIfCancellationRequested();
            ThrowIfDead();
            Disk.Pending.RemoveAll(told => IsMeant(told, message));
            return ValueTask.CompletedTask;
        }
    }

    public virtual async IAsyncEnumerable<FeedEntry> ReadFeedAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var row in Sorted(Snapshot(() => Disk.Rows)).Where(row => row.Position > afterPosition))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Given(row) is { } given)
            {
                yield return new FeedEntry(given.Position, given.ToRecord());
            }
        }
    }

    public virtual ValueTask<SaveResult> SaveAsync(DocumentKey key, long expectedVersion, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        lock (Disk.Gate)
        {
            cancellation.ThrowIfCancellationRequested();
            return new(Latest(key) is var latest && latest != expectedVersion ? new Outdated(latest) : Save(key, latest + 1, content.ToArray()));
        }
    }

    public ValueTask<StoredDocument?> FindAsync(DocumentKey key, long? version, CancellationToken cancellation)
    {
        lock (Disk.Gate)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = version ?? Latest(key);
            return new(Disk.Documents.TryGetValue((NameOf(key), wanted), out var content) ? new StoredDocument(key, wanted, content.Span) : null);
        }
    }

    /// <summary>What a document is looked up by.</summary>
    protected virtual string NameOf(DocumentKey key) => new StreamId(key.Tenant, key.Kind, key.Name).ToString();

    protected virtual IEnumerable<Row> Sorted(IEnumerable<Row> rows) => rows.OrderBy(row => row.Position);

    protected virtual IEnumerable<OutboxMessage> Told(IEnumerable<OutboxMessage> pending) => pending;

    protected virtual bool IsMeant(OutboxMessage told, OutboxMessage settled) => told == settled;

    protected SaveResult Save(DocumentKey key, long version, ReadOnlyMemory<byte> content)
    {
        ThrowIfDead();
        Disk.Documents[(NameOf(key), version)] = content;
        return new Saved(version);
    }

    protected virtual long Latest(DocumentKey key) => Disk.Documents.Keys.Where(kept => kept.Name == NameOf(key)).Select(kept => kept.Version).DefaultIfEmpty(0).Max();

    private List<T> Snapshot<T>(Func<List<T>> of)
    {
        lock (Disk.Gate)
        {
            return [.. of()];
        }
    }
}
