namespace ChangeRelease.Domain.History;

/// <summary>What is wrong with a line of a history file.</summary>
public enum LineFaultKind
{
    /// <summary>The file does not begin as a history of a version that is known here: nothing further is read.</summary>
    FormatUnknown,

    /// <summary>The line has more bytes than the limit allows.</summary>
    TooLong,

    /// <summary>The line is none that a history has.</summary>
    Unreadable,

    /// <summary>The line can be read, and is not what would be written for it, byte for byte: it was edited, or the file converted.</summary>
    SpelledOtherwise,

    /// <summary>The line stands where its kind may not stand.</summary>
    OutOfPlace,

    /// <summary>The digest of the checkpoint is not what the rest of it gives.</summary>
    CheckpointMismatch,

    /// <summary>The heads that follow the checkpoint are not those that it stands for.</summary>
    HeadsDiffer,

    /// <summary>There are more streams than the limit allows: nothing further is read.</summary>
    TooManyStreams,

    /// <summary>The last line counts other records, or stands for other heads, than there were.</summary>
    TotalsDiffer,

    /// <summary>The last line is missing: the file was cut off here.</summary>
    EndMissing,
}
