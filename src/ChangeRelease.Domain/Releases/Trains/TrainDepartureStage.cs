namespace ChangeRelease.Domain.Releases;

/// <summary>How far a departure is.</summary>
public enum TrainDepartureStage
{
    /// <summary>Until the cut-off who likes may board and leave.</summary>
    Boarding,

    /// <summary>The manifest is frozen; only exceptions with a name change it.</summary>
    Closed,

    /// <summary>It is gone.</summary>
    Departed,

    /// <summary>It does not take place.</summary>
    Canceled,
}
