using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>Walks along the records of a stream and finds what was changed, dropped, moved or put in between (S-70).</summary>
/// <remarks>
/// A chain proves its records by their successors, so it cannot prove its own end: records missing from the end, and a last
/// record that was rewritten together with its hash, go unnoticed, as does a chain rewritten from some record to the end.
/// Against that, keep <see cref="ChainVerdict.Length"/> and <see cref="ChainVerdict.Head"/> where whoever can write to
/// the store cannot, and compare.
/// </remarks>
public static class HashChain
{
    /// <summary>Verifies a whole stream, whichever it is: the first record says which.</summary>
    /// <param name="records">All records of the stream, in the order in which they were read; none is an intact chain.</param>
    /// <returns>The verdict, with every break and not only the first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="records"/> holds null.</exception>
    public static ChainVerdict Verify(IEnumerable<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Walk(stream: null, records);
    }

    /// <summary>Verifies a whole stream that is known by name, so that another stream put in its place is found too.</summary>
    /// <param name="stream">The stream that all records must belong to.</param>
    /// <param name="records">All records of the stream, in the order in which they were read; none is an intact chain.</param>
    /// <returns>The verdict, with every break and not only the first.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="records"/> holds null.</exception>
    public static ChainVerdict Verify(StreamId stream, IEnumerable<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(records);
        return Walk(stream, records);
    }

    private static ChainVerdict Walk(StreamId? stream, IEnumerable<EventRecord> records)
    {
        List<ChainBreak> breaks = [];
        ChainWalk? walk = null;
        foreach (var record in records)
        {
            if (record is null)
            {
                throw new ArgumentException("A chain has no missing records in between.", nameof(records));
            }

            walk ??= new ChainWalk(stream ?? record.Stream);
            breaks.AddRange(walk.Step(record));
        }

        return new ChainVerdict(walk?.Length ?? 0, walk?.Head ?? Digest.Zero, breaks.ToValueList());
    }
}
