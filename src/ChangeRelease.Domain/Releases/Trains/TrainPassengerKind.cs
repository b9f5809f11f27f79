namespace ChangeRelease.Domain.Releases;

/// <summary>What rides on a train.</summary>
public enum TrainPassengerKind
{
    /// <summary>A change by itself.</summary>
    Change,

    /// <summary>A release, with all that it carries.</summary>
    Release,
}
