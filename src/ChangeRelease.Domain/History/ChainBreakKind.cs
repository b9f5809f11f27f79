namespace ChangeRelease.Domain.History;

/// <summary>What is wrong at one place of a hash chain (S-70).</summary>
public enum ChainBreakKind
{
    /// <summary>The record's hash is not the hash of its content: one of its fields was changed.</summary>
    HashMismatch,

    /// <summary>
    /// The hash that the record names as its predecessor's is not that of the record before it, or, for the first, not zero:
    /// one was changed together with its hash, dropped, moved or put in between.
    /// </summary>
    PredecessorMismatch,

    /// <summary>The record's version is not one more than that of the record before it, or the first is not 1: a gap, a repetition, or a step back.</summary>
    VersionNotConsecutive,

    /// <summary>The record belongs to another stream than the chain does.</summary>
    StreamDiffers,

    /// <summary>The record happened before the one that precedes it (S-73).</summary>
    TimeWentBackwards,

    /// <summary>
    /// The record is not the one that a checkpoint saw at its version: it was rewritten together with its hash, or one before it was, with all
    /// that follow. What an earlier checkpoint of the stream saw still stands.
    /// </summary>
    CheckpointDiffers,

    /// <summary>The stream has no record of a version that a checkpoint saw: its end is missing, or the whole stream.</summary>
    CheckpointMissed,
}
