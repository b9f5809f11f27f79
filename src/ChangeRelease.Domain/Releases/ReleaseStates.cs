using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>The states of the built-in release model; hosts may name their own beside them.</summary>
public static class ReleaseStates
{
    /// <summary>Scope and plan are being made.</summary>
    public static State Planned { get; } = new("Planned", Phase.Preparation);

    /// <summary>The package is being built.</summary>
    public static State Building { get; } = new("Building", Phase.Preparation);

    /// <summary>The package is being tested.</summary>
    public static State Testing { get; } = new("Testing", Phase.Preparation);

    /// <summary>Go or no-go is being decided.</summary>
    public static State Authorizing { get; } = new("Authorizing", Phase.Authorization);

    /// <summary>Go, without a slot.</summary>
    public static State Approved { get; } = new("Approved", Phase.Ready);

    /// <summary>Go, with a slot.</summary>
    public static State Scheduled { get; } = new("Scheduled", Phase.Ready);

    /// <summary>Going out, stage by stage.</summary>
    public static State Deploying { get; } = new("Deploying", Phase.Realization);

    /// <summary>Stopped on its way out.</summary>
    public static State Paused { get; } = new("Paused", Phase.Realization);

    /// <summary>Going back.</summary>
    public static State RollingBack { get; } = new("RollingBack", Phase.Realization);

    /// <summary>Out, in early life.</summary>
    public static State Verifying { get; } = new("Verifying", Phase.Review);

    /// <summary>Back where it was before.</summary>
    public static State RolledBack { get; } = new("RolledBack", Phase.Review);

    /// <summary>No-go; may be planned anew.</summary>
    public static State Rejected { get; } = new("Rejected", Phase.Paused);

    /// <summary>Accepted.</summary>
    public static State Completed { get; } = new("Completed", Phase.Ended);

    /// <summary>Over, after it was rolled back.</summary>
    public static State Closed { get; } = new("Closed", Phase.Ended);

    /// <summary>Given up before it went out.</summary>
    public static State Canceled { get; } = new("Canceled", Phase.Ended);
}
