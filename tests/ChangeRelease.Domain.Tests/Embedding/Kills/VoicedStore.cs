using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>A store that says what it is about to append, and what it has acknowledged.</summary>
internal sealed class VoicedStore(IEventStore inner, Voice voice) : IEventStore
{
    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        voice.Tries(stream, expectedVersion, command, records.Count);
        var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        if (result is Appended appended)
        {
            voice.Wrote(stream, appended.Version, command);
        }
        else
        {
            voice.Left(stream, command);
        }

        return result;
    }

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);
}
