using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing.Tests.Stores.Faults;

internal sealed class IgnoresTheVersion(Disk disk) : PlainStore(disk)
{
    protected override AppendResult? Answer(StreamId stream, long expectedVersion, CommandId command) => Applied(stream, command);
}

internal sealed class ChecksThenInserts(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        cancellation.ThrowIfCancellationRequested();
        AppendResult? answer;
        lock (Disk.Gate)
        {
            answer = Answer(stream, expectedVersion, command);
        }

        await Task.Yield();
        lock (Disk.Gate)
        {
            return answer ?? Applied(stream, command) ?? Commit(stream, command, batch);
        }
    }
}

internal sealed class LastWriteWins(Disk disk) : PlainStore(disk)
{
    protected override AppendResult? Answer(StreamId stream, long expectedVersion, CommandId command) => Applied(stream, command);

    protected override AppendResult Commit(StreamId stream, CommandId command, IReadOnlyList<EventRecord> batch)
    {
        Disk.Rows.RemoveAll(row => row.Stream == KeyOf(stream) && row.Version >= batch[0].Version);
        return base.Commit(stream, command, batch);
    }
}

internal sealed class CountsFromZero(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation) =>
        await base.AppendAsync(stream, expectedVersion, command, records, cancellation) switch
        {
            Appended appended => new Appended(appended.Version - 1),
            Conflict conflict => new Conflict(conflict.ActualVersion - 1),
            var other => other,
        };
}

internal sealed class ReadsTheVersionGiven(Disk disk) : PlainStore(disk)
{
    protected override bool IsAfter(long version, long after) => version >= after;
}

internal sealed class AllowsGaps(Disk disk) : PlainStore(disk)
{
    protected override AppendResult? Answer(StreamId stream, long expectedVersion, CommandId command) =>
        base.Answer(stream, expectedVersion, command) is { } answer && (answer is not Conflict conflict || conflict.ActualVersion > expectedVersion) ? answer : null;
}

internal sealed class FailsOnConflict(Disk disk) : PlainStore(disk)
{
    protected override AppendResult? Answer(StreamId stream, long expectedVersion, CommandId command) =>
        base.Answer(stream, expectedVersion, command) is var answer && answer is Conflict ? throw new InvalidOperationException("UNIQUE constraint failed: records.stream, records.version") : answer;
}

internal sealed class IsLocked(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        if (!Disk.Busy.Wait(0, CancellationToken.None))
        {
            throw new IOException("The database is locked.");
        }

        try
        {
            await Task.Yield();
            return await base.AppendAsync(stream, expectedVersion, command, records, cancellation);
        }
        finally
        {
            Disk.Busy.Release();
        }
    }
}

/// <summary>Hands out what its database gives at once.</summary>
internal sealed class TakesAPageForTheWhole(Disk disk) : PlainStore(disk)
{
    private const int Page = 1_000;

    public override IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) =>
        base.ReadAsync(stream, afterVersion, cancellation).Take(Page);
}

/// <summary>Hands the token on to nobody.</summary>
internal sealed class ReadsOn(Disk disk) : PlainStore(disk)
{
    public override IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) =>
        base.ReadAsync(stream, afterVersion, CancellationToken.None);
}
