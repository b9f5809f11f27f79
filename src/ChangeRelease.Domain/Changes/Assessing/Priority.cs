namespace ChangeRelease.Domain.Changes;

/// <summary>How soon a change deserves attention, from <see cref="P1"/>, before everything else, to <see cref="P5"/>.</summary>
public enum Priority
{
    /// <summary>Before everything else.</summary>
    P1 = 1,

    /// <summary>Very soon.</summary>
    P2 = 2,

    /// <summary>In its turn.</summary>
    P3 = 3,

    /// <summary>When there is room.</summary>
    P4 = 4,

    /// <summary>When nothing else waits.</summary>
    P5 = 5,
}
