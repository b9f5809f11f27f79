using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>A store with a race in it that no chain of hashes shows: what comes too late is linked to what is there by then, and written behind it.</summary>
internal sealed class BlindStore(IEventStore inner) : IEventStore
{
    public async ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        while (result is Conflict conflict)
        {
            var last = (await World.Records(inner, stream).ConfigureAwait(false))[(int)conflict.ActualVersion - 1];
            result = await inner.AppendAsync(stream, last.Version, command, Behind(last, records), cancellation).ConfigureAwait(false);
        }

        return result;
    }

    // Long enough that others read the same before anything is decided on it.
    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
        {
            yield return record;
        }

        await Task.Delay(TimeSpan.FromMilliseconds(5), cancellation).ConfigureAwait(false);
    }

    private static List<EventRecord> Behind(EventRecord last, IReadOnlyList<EventRecord> records)
    {
        var linked = new List<EventRecord> { last };
        foreach (var record in records)
        {
            var stamp = new Stamp(Instant.Max(record.At, last.At), Actor.Human(record.Actor), record.Command);
            linked.Add(EventRecord.Create(record.Stream, linked[^1].Version + 1, stamp, record.Causation, record.Type, record.Payload.Span, linked[^1].Hash));
        }

        return linked[1..];
    }
}
