namespace ChangeRelease.Domain.History;

/// <summary>What came to a stream since a checkpoint: the record that it saw last, and those after it.</summary>
internal sealed class StreamAdvance(StreamId stream, StreamHead? known)
{
    private ChainWalk? _walk = known is null ? new ChainWalk(stream) : null;

    /// <summary>After which version the stream has to be read.</summary>
    public long From => known is null ? 0 : known.Length - 1;

    /// <summary>How far it has come; null when there is nothing.</summary>
    public StreamHead? Head => _walk is { Length: > 0 } ? new StreamHead(stream, _walk.Length, _walk.Head) : null;

    /// <summary>Whether the record that the checkpoint saw was not there, nor any after it.</summary>
    public bool IsMissed => _walk is null;

    public IReadOnlyList<ChainBreak> Step(EventRecord record)
    {
        if (_walk is not null)
        {
            return _walk.Step(record);
        }

        var position = checked((int)known!.Length - 1);
        _walk = ChainWalk.After(stream, position, record);
        return IsKnown(record) ? [] : [new ChainBreak(position, record.Version, ChainBreakKind.CheckpointDiffers)];
    }

    private bool IsKnown(EventRecord record) =>
        record.Hash == known!.Hash && record.Version == known.Length && record.Stream == stream && record.MatchesHash;
}
