namespace ChangeRelease.Domain.Scheduling;

/// <summary>The parts of a piece of work, one after the other (S-47).</summary>
[Flags]
public enum WorkParts
{
    /// <summary>No part.</summary>
    None = 0,

    /// <summary>Before the work.</summary>
    Preparation = 1,

    /// <summary>The work itself.</summary>
    Work = 2,

    /// <summary>The room that is kept to undo it.</summary>
    BackOut = 4,

    /// <summary>All of it.</summary>
    All = Preparation | Work | BackOut,
}
