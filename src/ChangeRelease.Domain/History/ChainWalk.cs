using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.History;

/// <summary>One step after the other along a chain; what is remembered of it does not grow with it (S-70).</summary>
internal sealed class ChainWalk(StreamId stream)
{
    private long _version;
    private Instant _at = Instant.MinValue;

    /// <summary>How many records were walked over.</summary>
    public int Length { get; private set; }

    /// <summary>The hash of the last record; zero before the first.</summary>
    public Digest Head { get; private set; } = Digest.Zero;

    /// <summary>A walk that goes on after a record that stands at a known place.</summary>
    public static ChainWalk After(StreamId stream, int position, EventRecord record)
    {
        var walk = new ChainWalk(stream) { Length = position };
        walk.Remember(record);
        return walk;
    }

    /// <summary>Goes on to the next record.</summary>
    /// <returns>Everything that is wrong with it there; usually nothing.</returns>
    public IReadOnlyList<ChainBreak> Step(EventRecord record)
    {
        IReadOnlyList<ChainBreak> breaks = Follows(record) ? [] : [.. Problems(record).Select(kind => new ChainBreak(Length, record.Version, kind))];
        Remember(record);
        return breaks;
    }

    private void Remember(EventRecord record) => (_version, _at, Head, Length) = (record.Version, record.At, record.Hash, Length + 1);

    private bool Follows(EventRecord record) =>
        record.PreviousHash == Head && record.Version == _version + 1 && record.Stream == stream && record.At >= _at && record.MatchesHash;

    private IEnumerable<ChainBreakKind> Problems(EventRecord record)
    {
        if (!record.MatchesHash)
        {
            yield return ChainBreakKind.HashMismatch;
        }

        if (record.PreviousHash != Head)
        {
            yield return ChainBreakKind.PredecessorMismatch;
        }

        if (record.Version != _version + 1)
        {
            yield return ChainBreakKind.VersionNotConsecutive;
        }

        if (record.Stream != stream)
        {
            yield return ChainBreakKind.StreamDiffers;
        }

        if (record.At < _at)
        {
            yield return ChainBreakKind.TimeWentBackwards;
        }
    }
}
