using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>One stream in memory: its records, and which command led to which version, under one lock.</summary>
internal sealed class StreamLog(CommonLog common)
{
    private readonly Lock _gate = new();
    private readonly List<EventRecord> _records = [];
    private readonly Dictionary<CommandId, long> _applied = [];

    public AppendResult Append(long expectedVersion, CommandId command, EventRecord[] batch, OutboxMessage[] messages, CancellationToken cancellation)
    {
        lock (_gate)
        {
            // Here and not before: who waited long for the lock may have been canceled meanwhile.
            cancellation.ThrowIfCancellationRequested();
            return _applied.TryGetValue(command, out var version) ? new AlreadyApplied(version)
                : _records.Count != expectedVersion ? new Conflict(_records.Count)
                : Append(command, batch, messages);
        }
    }

    public EventRecord[] After(long version)
    {
        lock (_gate)
        {
            return version >= _records.Count ? [] : [.. _records.Skip((int)version)];
        }
    }

    private Appended Append(CommandId command, EventRecord[] batch, OutboxMessage[] messages)
    {
        // Room first: what can still fail fails before anything is visible.
        _records.EnsureCapacity(_records.Count + batch.Length);
        _applied.EnsureCapacity(_applied.Count + 1);
        common.Add(batch, messages);
        _applied.Add(command, _records.Count + batch.Length);
        _records.AddRange(batch);
        return new Appended(_records.Count);
    }
}
