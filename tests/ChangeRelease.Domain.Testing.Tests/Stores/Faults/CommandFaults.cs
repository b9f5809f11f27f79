using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing.Tests.Stores.Faults;

internal sealed class KnowsNoCommands(Disk disk) : PlainStore(disk)
{
    protected override AppendResult? Applied(StreamId stream, CommandId command) => null;
}

/// <summary>Remembers so many commands of a stream, and takes an older one for a new one.</summary>
internal sealed class KnowsTheLatestCommands(Disk disk) : PlainStore(disk)
{
    private const int Most = 4;

    protected override AppendResult? Applied(StreamId stream, CommandId command) =>
        Rows(stream).Select(row => row.Command).Distinct().TakeLast(Most).Contains(command.Value) ? base.Applied(stream, command) : null;
}

internal sealed class KnowsCommandsOnlyById(Disk disk) : PlainStore(disk)
{
    protected override string KeyOf(StreamId stream, CommandId command) => command.Value;
}

internal sealed class LooksForTheCommandFirst(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        cancellation.ThrowIfCancellationRequested();
        AppendResult? applied;
        lock (Disk.Gate)
        {
            applied = Applied(stream, command);
        }

        await Task.Yield();
        lock (Disk.Gate)
        {
            return applied ?? (Version(stream) is var version && version != expectedVersion ? new Conflict(version) : Commit(stream, command, batch));
        }
    }
}

internal sealed class KeepsTheCommandFirst(Disk disk) : PlainStore(disk)
{
    protected override AppendResult? Answer(StreamId stream, long expectedVersion, CommandId command)
    {
        var answer = base.Answer(stream, expectedVersion, command);
        Disk.Commands.TryAdd(KeyOf(stream, command), expectedVersion + 1);
        return answer;
    }
}

internal sealed class ForgetsCommands(Disk disk) : PlainStore(disk)
{
    private readonly Dictionary<string, long> _commands = new(StringComparer.Ordinal);

    protected override AppendResult? Applied(StreamId stream, CommandId command) =>
        _commands.TryGetValue(KeyOf(stream, command), out var applied) ? new AlreadyApplied(applied) : null;

    protected override AppendResult Commit(StreamId stream, CommandId command, IReadOnlyList<EventRecord> batch)
    {
        _commands.Add(KeyOf(stream, command), batch[^1].Version);
        return base.Commit(stream, command, batch);
    }
}

internal sealed class CommitsThenThrows(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        lock (Disk.Gate)
        {
            if (Answer(stream, expectedVersion, command) is { } answer)
            {
                return answer;
            }

            var appended = Commit(stream, command, batch);
            if (!cancellation.IsCancellationRequested)
            {
                return appended;
            }

            Disk.Commands.Remove(KeyOf(stream, command));
        }

        await Task.FromCanceled(cancellation);
        throw new InvalidOperationException();
    }
}

/// <summary>Remembers a table's latest fifty rows of a stream, and takes an older command for a new one.</summary>
internal sealed class KnowsTheLatestRecords(Disk disk) : PlainStore(disk)
{
    private const int Most = 50;

    protected override AppendResult? Applied(StreamId stream, CommandId command) =>
        Rows(stream).TakeLast(Most).Any(row => row.Command == command.Value) ? base.Applied(stream, command) : null;
}

/// <summary>Commits, and looks at the token once more; it knows the command when it comes again.</summary>
internal sealed class CommitsThenLooks(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var answer = await base.AppendAsync(stream, expectedVersion, command, records, CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return answer;
    }
}
