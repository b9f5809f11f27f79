using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>Verifies the records of many streams as they come, against their chains and against checkpoints, and locates everything that is wrong (S-70).</summary>
/// <remarks>
/// <para>
/// The records of one stream come in their order; how streams are mixed does not matter. What is remembered grows with the number of
/// streams and not with that of records. Not safe for several callers at once.
/// </para>
/// <para>
/// What a chain cannot prove by itself, its end, a checkpoint proves up to where it was taken: a missing end, a missing stream, and records
/// that were rewritten together with their hashes. Those are found at the first checkpoint after them: <see cref="ChainBreakKind.CheckpointDiffers"/> says that
/// something is wrong between the checkpoint before, or the beginning of the stream, and there. Not detected is what was dropped or
/// rewritten, with all that follow, after the last checkpoint that is given, and a stream that is younger than it.
/// </para>
/// </remarks>
public sealed class HistoryVerifier
{
    private readonly Dictionary<StreamId, WatchedStream> _streams = [];
    private readonly List<HistoryBreak> _breaks = [];
    private readonly HistoryLimits _limits;
    private WatchedStream? _last;
    private long _records;
    private long _found;

    /// <summary>Begins a verification.</summary>
    /// <param name="checkpoints">What is known from elsewhere; none leaves the ends of streams unproved.</param>
    /// <param name="limits">How much may be told; the ordinary limits when null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="checkpoints"/> is null or holds null.</exception>
    public HistoryVerifier(IEnumerable<KeptCheckpoint> checkpoints, HistoryLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        _limits = limits ?? HistoryLimits.Ordinary;
        foreach (var kept in checkpoints)
        {
            ArgumentNullException.ThrowIfNull(kept);
            Expect(kept.Heads);
        }
    }

    /// <summary>How many streams are known so far, from records or checkpoints.</summary>
    internal int Streams => _streams.Count;

    /// <summary>Verifies the next record.</summary>
    /// <param name="record">The record, of whatever stream it says.</param>
    /// <returns>Whether nothing is wrong with it where it stands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    public bool Add(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Step(record.Stream, record, null).Count == 0;
    }

    /// <summary>Verifies the next record of a stream that is known by name, so that a record of another one in its place is found.</summary>
    /// <param name="stream">The stream that it was read from.</param>
    /// <param name="record">The record.</param>
    /// <returns>Whether nothing is wrong with it where it stands.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public bool Add(StreamId stream, EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(record);
        return Step(stream, record, null).Count == 0;
    }

    /// <summary>Says what was found, once all records have come.</summary>
    /// <returns>The verdict.</returns>
    public HistoryVerdict Finish()
    {
        var missed = _streams.OrderBy(stream => stream.Key, StreamOrder.ByBytes)
            .SelectMany(stream => stream.Value.Missed.Select(found => new HistoryBreak(stream.Key, found, null)))
            .ToList();
        return new HistoryVerdict(_records, Heads(), _breaks.Concat(missed).Take(_limits.Findings).ToValueList(), _found + missed.Count);
    }

    internal bool IsKnown(StreamId stream) => _streams.ContainsKey(stream);

    internal IReadOnlyList<ChainBreak> Step(StreamId stream, EventRecord record, long? line)
    {
        var breaks = Watched(stream).Step(record);
        _records++;
        if (breaks.Count > 0)
        {
            Note(stream, breaks, line);
        }

        return breaks;
    }

    internal void Expect(StreamHeads heads)
    {
        foreach (var head in heads.All)
        {
            Watched(head.Stream).Expect(head);
        }
    }

    internal StreamHeads Heads() => StreamHeads.Of(_streams.Select(stream => stream.Value.Head).OfType<StreamHead>());

    // Mostly the next record is of the same stream.
    private WatchedStream Watched(StreamId stream)
    {
        if (_last is not null && _last.Stream == stream)
        {
            return _last;
        }

        if (!_streams.TryGetValue(stream, out _last))
        {
            _streams.Add(stream, _last = new WatchedStream(stream));
        }

        return _last;
    }

    private void Note(StreamId stream, IReadOnlyList<ChainBreak> breaks, long? line)
    {
        foreach (var found in breaks)
        {
            _found++;
            if (_breaks.Count < _limits.Findings)
            {
                _breaks.Add(new HistoryBreak(stream, found, line));
            }
        }
    }
}
