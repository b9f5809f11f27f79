namespace ChangeRelease.Domain.Scheduling;

/// <summary>From which end of the first to which end of the second a distance is measured.</summary>
public enum PrecedenceKind
{
    /// <summary>From the end of the first to the start of the second: the second follows the first.</summary>
    EndToStart,

    /// <summary>From start to start.</summary>
    StartToStart,

    /// <summary>From end to end.</summary>
    EndToEnd,

    /// <summary>From the start of the first to the end of the second.</summary>
    StartToEnd,
}
