using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

/// <summary>A store that keeps its contract, as plainly as can be; faulty ones bend one of its steps.</summary>
internal partial class PlainStore(Disk disk) : IOutbox, IEventFeed, IDocumentStore
{
    private bool _isDead;

    protected Disk Disk { get; } = disk;

    /// <summary>An orderly end.</summary>
    public virtual void Close()
    {
    }

    /// <summary>After this, nothing is written any more by an append that is under way.</summary>
    public void Die()
    {
        lock (Disk.Gate)
        {
            _isDead = true;
        }
    }

    public virtual ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        lock (Disk.Gate)
        {
            cancellation.ThrowIfCancellationRequested();
            return new(Answer(stream, expectedVersion, command) ?? Commit(stream, command, batch));
        }
    }

    public virtual async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var row in Visible(stream).Where(row => IsAfter(row.Version, afterVersion)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Given(row) is { } given)
            {
                yield return given.ToRecord();
            }
        }
    }

    /// <summary>What a stream is looked up by.</summary>
    protected virtual string KeyOf(StreamId stream) => stream.ToString();

    /// <summary>What a command is looked up by.</summary>
    protected virtual string KeyOf(StreamId stream, CommandId command) => $"{KeyOf(stream)} {command}";

    /// <summary>The row that is kept.</summary>
    protected virtual Row Kept(Row row) => row;

    /// <summary>The row that is given back; null when none is.</summary>
    protected virtual Row? Given(Row row) => row;

    protected virtual bool IsAfter(long version, long after) => version > after;

    /// <summary>What speaks against an append; null when nothing does.</summary>
    protected virtual AppendResult? Answer(StreamId stream, long expectedVersion, CommandId command) =>
        Applied(stream, command) ?? (Version(stream) is var version && version == expectedVersion ? null : new Conflict(version));

    protected virtual AppendResult? Applied(StreamId stream, CommandId command) =>
        Disk.Commands.TryGetValue(KeyOf(stream, command), out var applied) ? new AlreadyApplied(applied) : null;

    protected virtual AppendResult Commit(StreamId stream, CommandId command, IReadOnlyList<EventRecord> batch)
    {
        ThrowIfDead();
        Disk.Rows.AddRange(batch.Select(record => Kept(Row.From(Position(), KeyOf(stream), record))));
        Disk.Commands[KeyOf(stream, command)] = batch[^1].Version;
        return new Appended(batch[^1].Version);
    }

    protected virtual long Position() => Disk.NextPosition();

    protected long Version(StreamId stream) => Rows(stream).Select(row => row.Version).DefaultIfEmpty(0).Max();

    protected IEnumerable<Row> Rows(StreamId stream) => Disk.Rows.Where(row => row.Stream == KeyOf(stream));

    protected virtual List<Row> Visible(StreamId stream)
    {
        lock (Disk.Gate)
        {
            return [.. Rows(stream)];
        }
    }

    protected void ThrowIfDead()
    {
        if (_isDead)
        {
            throw new IOException("The process is gone.");
        }
    }
}
