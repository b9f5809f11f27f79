namespace ChangeRelease.Domain.Releases;

/// <summary>Under which heading a note stands; in this order.</summary>
public enum NoteCategory
{
    /// <summary>Something is new: <c>feat</c>.</summary>
    New,

    /// <summary>Something was mended: <c>fix</c>.</summary>
    Fixed,

    /// <summary>Something is faster: <c>perf</c>.</summary>
    Faster,

    /// <summary>Something was taken back: <c>revert</c>.</summary>
    Reverted,

    /// <summary>Everything else: of no interest to those who use it, unless it is marked for them.</summary>
    Other,
}
