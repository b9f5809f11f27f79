namespace ChangeRelease.Domain.History;

/// <summary>One stream on its way through a verification: its chain, and what checkpoints saw of it.</summary>
internal sealed class WatchedStream(StreamId stream)
{
    private readonly ChainWalk _walk = new(stream);
    private List<StreamHead>? _expected;

    public StreamId Stream => stream;

    /// <summary>Its head as it was found; null when it has no records.</summary>
    public StreamHead? Head => _walk.Length == 0 ? null : new StreamHead(stream, _walk.Length, _walk.Head);

    /// <summary>What checkpoints saw and nobody found.</summary>
    public IEnumerable<ChainBreak> Missed =>
        (_expected ?? []).OrderBy(head => head.Length).Select(head => new ChainBreak(_walk.Length, head.Length, ChainBreakKind.CheckpointMissed));

    public void Expect(StreamHead head)
    {
        _expected ??= [];
        if (!_expected.Contains(head))
        {
            _expected.Add(head);
        }
    }

    public IReadOnlyList<ChainBreak> Step(EventRecord record)
    {
        var position = _walk.Length;
        var breaks = _walk.Step(record);
        return _expected is null || !_expected.Exists(head => head.Length == record.Version) ? breaks : [.. breaks, .. Compared(record, position)];
    }

    // Each is compared once: with the first record of its version.
    private List<ChainBreak> Compared(EventRecord record, int position)
    {
        var here = _expected!.FindAll(head => head.Length == record.Version);
        _expected.RemoveAll(here.Contains);
        return [.. here.Where(head => head.Hash != record.Hash).Select(head => new ChainBreak(position, head.Length, ChainBreakKind.CheckpointDiffers))];
    }
}
