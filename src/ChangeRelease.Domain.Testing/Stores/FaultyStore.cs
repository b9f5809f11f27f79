using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>A store whose connection breaks once: before the n-th call, or after it was done and before its answer arrived.</summary>
/// <remarks>
/// For tests of what is above a store: play a story once without a break and count its <see cref="Calls"/>, then play it with a break at each
/// call, before it and after it, and send the broken command again. It is for one caller at a time.
/// </remarks>
/// <param name="inner">The store that does the work.</param>
/// <param name="breaksAt">Which call breaks, from 1 on; 0 breaks none.</param>
/// <param name="isAfter">Whether the call was done when the connection breaks.</param>
public sealed class FaultyStore(IEventStore inner, int breaksAt, bool isAfter) : IEventStore
{
    /// <summary>How many calls there were that could break.</summary>
    public int Calls { get; private set; }

    /// <summary>How many appends took place.</summary>
    public int Appends { get; private set; }

    /// <summary>The kind of streams whose appends can break; null when every call can.</summary>
    public string? Kind { get; init; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var isTheOne = IsTheOne(stream.Kind);
        Break(isTheOne && !isAfter);
        var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        Appends += result is Appended ? 1 : 0;
        Break(isTheOne && isAfter);
        return result;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The connection broke.</exception>
    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isTheOne = Kind is null && IsTheOne(null);
        Break(isTheOne && !isAfter);
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
        {
            yield return record;
        }

        Break(isTheOne && isAfter);
    }

    private bool IsTheOne(string? kind) => (Kind is null || Kind == kind) && ++Calls == breaksAt;

    private static void Break(bool now)
    {
        if (now)
        {
            throw new IOException("The connection broke.");
        }
    }
}
