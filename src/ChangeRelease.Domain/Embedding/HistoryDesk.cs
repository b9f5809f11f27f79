using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where a host takes checkpoints of its streams, verifies them as they are stored, and writes them to files (S-70).</summary>
/// <remarks>
/// A desk holds no state and is safe for any number of callers at once. It only reads the store. Which streams there are is the
/// host's to say; those of the last checkpoint are looked at in any case, so that none can be left away.
/// </remarks>
public sealed class HistoryDesk
{
    private const int Attempts = 10;

    private readonly IEventStore _store;
    private readonly ICheckpointSink _sink;
    private readonly IClock _clock;
    private readonly HistoryLimits _limits;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="sink">Where checkpoints are kept: elsewhere.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="limits">How much may be told; the ordinary limits when null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/>, <paramref name="sink"/> or <paramref name="clock"/> is null.</exception>
    public HistoryDesk(IEventStore store, ICheckpointSink sink, IClock clock, HistoryLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(clock);
        (_store, _sink, _clock, _limits) = (store, sink, clock, limits ?? HistoryLimits.Ordinary);
    }

    /// <summary>Takes a checkpoint of what happened since the last one, unless something is wrong with that.</summary>
    /// <remarks>
    /// Read are the records from the last one on that the checkpoint before saw: it must still be the same, and the rest must follow from it. What lies
    /// before is verified by <see cref="VerifyAsync"/>. When nothing happened, the last checkpoint stands and no new one is taken, so that calling again after an
    /// exception is safe. A record that is appended while this reads is in the checkpoint or not; the next one has it.
    /// </remarks>
    /// <param name="streams">The streams; one without records is left out.</param>
    /// <param name="cancellation">Ends the attempt early.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The sink refused ten times, as if somebody else had always been faster.</exception>
    public async ValueTask<CheckpointOutcome> TakeAsync(IEnumerable<StreamId> streams, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var named = streams.ToHashSet();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var last = await _sink.LastAsync(cancellation).ConfigureAwait(false);
            var (heads, breaks) = await AdvanceAsync(named, last?.Heads ?? StreamHeads.None, cancellation).ConfigureAwait(false);
            if (breaks.Count > 0 || (last is not null && last.Heads.Equals(heads)))
            {
                return new CheckpointOutcome(last, IsNew: false, breaks.ToValueList());
            }

            var next = new KeptCheckpoint(Checkpoint.Of(last?.Checkpoint, _clock.GetCurrentInstant(), heads), heads);
            if (await _sink.KeepAsync(next, cancellation).ConfigureAwait(false))
            {
                return new CheckpointOutcome(next, IsNew: true, []);
            }
        }

        throw new InvalidOperationException("The sink keeps none of the checkpoints that follow on its last one.");
    }

    /// <summary>Verifies streams from their first record on, and against checkpoints.</summary>
    /// <param name="streams">The streams; those of the checkpoints are verified in any case.</param>
    /// <param name="checkpoints">What is known from elsewhere; the last one of the sink when null.</param>
    /// <param name="progress">Is told how many streams were verified, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the verification early.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    public async ValueTask<HistoryVerdict> VerifyAsync(
        IEnumerable<StreamId> streams, IReadOnlyCollection<KeptCheckpoint>? checkpoints = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        checkpoints ??= await _sink.LastAsync(cancellation).ConfigureAwait(false) is { } last ? [last] : [];
        var verifier = new HistoryVerifier(checkpoints, _limits);
        var verified = 0L;
        foreach (var stream in streams.Concat(checkpoints.SelectMany(kept => kept.Heads.All).Select(head => head.Stream)).ToHashSet())
        {
            await foreach (var record in _store.ReadAsync(stream, afterVersion: 0, cancellation).ConfigureAwait(false))
            {
                verifier.Add(stream, record);
            }

            progress?.Report(++verified);
        }

        return verifier.Finish();
    }

    /// <summary>Writes streams to a file, together with the last checkpoint.</summary>
    /// <param name="streams">The streams, each named once is enough; one without records is left out. Those of the checkpoint are written in any case.</param>
    /// <param name="to">Where to; it stays open.</param>
    /// <param name="cancellation">Ends the writing early; the file is then one that was cut off.</param>
    /// <returns>What a verification of the file finds: written is what is stored, intact or not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="to"/> is null.</exception>
    public async ValueTask<HistoryVerdict> ExportAsync(IEnumerable<StreamId> streams, Stream to, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(to);
        var last = await _sink.LastAsync(cancellation).ConfigureAwait(false);
        var all = streams.Concat(last?.Heads.All.Select(head => head.Stream) ?? []).ToHashSet();
        return await HistoryFile.WriteAsync(to, RecordsAsync(all.Order(StreamOrder.ByBytes), cancellation), last, cancellation).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<EventRecord> RecordsAsync(IEnumerable<StreamId> streams, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var stream in streams)
        {
            await foreach (var record in _store.ReadAsync(stream, afterVersion: 0, cancellation).ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }

    private async ValueTask<(StreamHeads Heads, List<HistoryBreak> Breaks)> AdvanceAsync(HashSet<StreamId> named, StreamHeads last, CancellationToken cancellation)
    {
        var heads = new List<StreamHead>();
        var breaks = new List<HistoryBreak>();
        foreach (var stream in named.Union(last.All.Select(head => head.Stream)))
        {
            var known = last.Find(stream);
            var advance = new StreamAdvance(stream, known);
            await foreach (var record in _store.ReadAsync(stream, advance.From, cancellation).ConfigureAwait(false))
            {
                breaks.AddRange(advance.Step(record).Take(_limits.Findings - breaks.Count).Select(found => new HistoryBreak(stream, found, null)));
            }

            if (advance.IsMissed)
            {
                breaks.Add(new HistoryBreak(stream, new ChainBreak((int)advance.From, known!.Length, ChainBreakKind.CheckpointMissed), null));
            }
            else if (advance.Head is { } head)
            {
                heads.Add(head);
            }
        }

        return (StreamHeads.Of(heads), breaks);
    }
}
