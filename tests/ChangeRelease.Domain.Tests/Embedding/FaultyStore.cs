using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A store whose connection breaks once: before the n-th call, or after it was done and before its answer arrived.</summary>
internal sealed class FaultyStore(IEventStore inner, int breaksAt, bool isAfter) : IEventStore
{
    public int Calls { get; private set; }

    public int Appends { get; private set; }

    /// <summary>Which call of a kind to break: the n-th append of records to such streams. Null breaks any n-th call.</summary>
    public string? Kind { get; init; }

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var isTheOne = IsTheOne(stream.Kind);
        Break(isTheOne && !isAfter);
        var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation);
        Appends += result is Appended ? 1 : 0;
        Break(isTheOne && isAfter);
        return result;
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(
        StreamId stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var isTheOne = Kind is null && IsTheOne(stream.Kind);
        Break(isTheOne && !isAfter);
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation))
        {
            yield return record;
        }

        Break(isTheOne && isAfter);
    }

    private bool IsTheOne(string kind) => (Kind is null || Kind == kind) && ++Calls == breaksAt;

    private static void Break(bool now)
    {
        if (now)
        {
            throw new IOException("The connection broke.");
        }
    }
}
