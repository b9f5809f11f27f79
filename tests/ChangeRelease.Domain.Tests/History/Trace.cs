using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>What was done to one stream, by comparing it with what it was; and where that may be found.</summary>
internal sealed class Trace(StreamId stream, EventRecord[] before, EventRecord[] after, IReadOnlyList<KeptCheckpoint> checkpoints)
{
    public StreamId Stream => stream;

    /// <summary>The first position at which it is another.</summary>
    public int At { get; } = before.Zip(after).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();

    public bool IsTouched => At < Math.Max(before.Length, after.Length);

    public string Fate(ChainBreak? first) => (IsTouched, first) switch
    {
        (false, _) => "left alone",
        (true, null) => IsSeen ? "not found" : "not detectable, after the last checkpoint",
        (true, { Kind: ChainBreakKind.CheckpointDiffers or ChainBreakKind.CheckpointMissed }) => "found by a checkpoint",
        _ => "found by the chain",
    };

    /// <summary>
    /// Nothing is found in what was left alone, and nothing before the first difference. It is found there, or one later by the record that
    /// follows, or where the next checkpoint looked, or at the end that is missing. Only a new end after all checkpoints may go unnoticed.
    /// </summary>
    public bool IsRight(ChainBreak? first) => (IsTouched, first) switch
    {
        (false, _) => first is null,
        (true, null) => !IsSeen && IsWellChained,
        (true, { } found) => found.Position >= At && (found.Position <= At + 1 || found.Position == NextSeen || found.Position == after.Length),
    };

    // Whether a checkpoint saw a record at or behind the first difference.
    private bool IsSeen => Seen.Any(length => length > At);

    private long NextSeen => Seen.Where(length => length > At).Order().FirstOrDefault() - 1;

    private IEnumerable<long> Seen => checkpoints.Select(kept => kept.Heads.Find(stream)?.Length ?? 0);

    private bool IsWellChained => IndependentVerification.IsIntact(after);
}
