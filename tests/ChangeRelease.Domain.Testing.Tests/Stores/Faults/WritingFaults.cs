using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing.Tests.Stores.Faults;

internal sealed class WritesOneByOne(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        for (var at = 0; at < records.Count; at++)
        {
            if (WriteOne(stream, expectedVersion + at, command, records[at], at > 0) is { } answer)
            {
                return answer;
            }

            await Task.Yield();
        }

        return new Appended(expectedVersion + records.Count);
    }

    private AppendResult? WriteOne(StreamId stream, long expectedVersion, CommandId command, EventRecord record, bool isFollowing)
    {
        AppendBatch.Checked(stream, expectedVersion, command, [record]);
        lock (Disk.Gate)
        {
            if ((isFollowing ? null : Answer(stream, expectedVersion, command)) is { } answer)
            {
                return answer;
            }

            Commit(stream, command, [record]);
            return null;
        }
    }
}

internal sealed class WritesBackwards(Disk disk) : PlainStore(disk)
{
    protected override AppendResult Commit(StreamId stream, CommandId command, IReadOnlyList<EventRecord> batch)
    {
        base.Commit(stream, command, [.. batch.Reverse()]);
        Disk.Commands[KeyOf(stream, command)] = batch[^1].Version;
        return new Appended(batch[^1].Version);
    }
}

/// <summary>Has a disk of its own in memory, and writes the other one later.</summary>
internal sealed class WritesLater(Disk disk) : PlainStore(Copied(disk))
{
    private const int Often = 4;

    private readonly Disk _behind = disk;
    private int _commits;

    public override void Close() => Flush();

    protected override AppendResult Commit(StreamId stream, CommandId command, IReadOnlyList<EventRecord> batch)
    {
        var appended = base.Commit(stream, command, batch);
        if (++_commits % Often == 0)
        {
            Flush();
        }

        return appended;
    }

    private void Flush() => _behind.CopyFrom(Disk);

    private static Disk Copied(Disk disk)
    {
        var copy = new Disk();
        copy.CopyFrom(disk);
        return copy;
    }
}

/// <summary>Reads from a copy that catches up after each read.</summary>
internal sealed class ReadsACopy(Disk disk) : PlainStore(disk)
{
    private List<Row> _copy = [];

    protected override List<Row> Visible(StreamId stream)
    {
        lock (Disk.Gate)
        {
            var visible = _copy.Where(row => row.Stream == KeyOf(stream)).ToList();
            _copy = [.. Disk.Rows];
            return visible;
        }
    }
}

/// <summary>Puts away the list that it was given, and hands it out.</summary>
internal sealed class HandsOutItsOwn(Disk disk) : PlainStore(disk)
{
    private readonly Dictionary<StreamId, List<EventRecord>> _streams = [];

    public override ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        AppendBatch.Checked(stream, expectedVersion, command, records);
        lock (Disk.Gate)
        {
            cancellation.ThrowIfCancellationRequested();
            var kept = _streams.GetValueOrDefault(stream, []);
            if (kept.FindLast(record => record.Command == command) is { } applied)
            {
                return new(new AlreadyApplied(applied.Version));
            }

            if (kept.Count != expectedVersion)
            {
                return new(new Conflict(kept.Count));
            }

            _streams[stream] = kept.Count == 0 && records is List<EventRecord> given ? given : kept;
            _streams[stream].AddRange(ReferenceEquals(_streams[stream], records) ? [] : records);
            return new(new Appended(_streams[stream].Count));
        }
    }

    public override async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var record in _streams.GetValueOrDefault(stream, []))
        {
            if (record.Version > afterVersion)
            {
                yield return record;
            }
        }
    }
}
