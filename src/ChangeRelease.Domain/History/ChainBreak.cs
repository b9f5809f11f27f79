using System.Globalization;

namespace ChangeRelease.Domain.History;

/// <summary>One thing that is wrong with a hash chain, and where (S-70).</summary>
/// <param name="Position">How many records come before the one that it was found at.</param>
/// <param name="Version">The version that the record claims.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record ChainBreak(int Position, long Version, ChainBreakKind Kind)
{
    /// <summary>Where and what, as a sentence.</summary>
    /// <returns>For example <c>Position 3, version 4: the hash does not match the content.</c></returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Position {Position}, version {Version}: {Problem}.");

    private string Problem => Kind switch
    {
        ChainBreakKind.HashMismatch => "the hash does not match the content",
        ChainBreakKind.PredecessorMismatch => "the predecessor named is not the one found",
        ChainBreakKind.VersionNotConsecutive => "the version does not follow on the one before",
        ChainBreakKind.StreamDiffers => "the record belongs to another stream",
        ChainBreakKind.TimeWentBackwards => "the record is earlier than the one before",
        ChainBreakKind.CheckpointDiffers => "the record is not the one that a checkpoint saw",
        ChainBreakKind.CheckpointMissed => "the record that a checkpoint saw is missing",
        _ => throw new InvalidOperationException($"A chain does not break by {Kind}."),
    };
}
