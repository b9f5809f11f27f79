using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The states of the built-in change models; hosts may name their own beside them.</summary>
public static class ChangeStates
{
    /// <summary>Being written.</summary>
    public static State Draft { get; } = new("Draft", Phase.Preparation);

    /// <summary>Found after the fact and written down.</summary>
    public static State Recorded { get; } = new("Recorded", Phase.Preparation);

    /// <summary>Impact and risk are being judged.</summary>
    public static State Assessing { get; } = new("Assessing", Phase.Preparation);

    /// <summary>The change authority is deciding.</summary>
    public static State Authorizing { get; } = new("Authorizing", Phase.Authorization);

    /// <summary>Authorized, without a slot.</summary>
    public static State Approved { get; } = new("Approved", Phase.Ready);

    /// <summary>Authorized, with a slot.</summary>
    public static State Scheduled { get; } = new("Scheduled", Phase.Ready);

    /// <summary>Being made.</summary>
    public static State Implementing { get; } = new("Implementing", Phase.Realization);

    /// <summary>Being undone.</summary>
    public static State BackingOut { get; } = new("BackingOut", Phase.Realization);

    /// <summary>Made without waiting; to be ratified or repudiated.</summary>
    public static State Ratifying { get; } = new("Ratifying", Phase.Review);

    /// <summary>Being looked back upon.</summary>
    public static State Reviewing { get; } = new("Reviewing", Phase.Review);

    /// <summary>Turned down; may be revised.</summary>
    public static State Rejected { get; } = new("Rejected", Phase.Paused);

    /// <summary>Put off until an instant.</summary>
    public static State Deferred { get; } = new("Deferred", Phase.Paused);

    /// <summary>Held where it was.</summary>
    public static State OnHold { get; } = new("OnHold", Phase.Paused);

    /// <summary>Done and reviewed.</summary>
    public static State Closed { get; } = new("Closed", Phase.Ended);

    /// <summary>Given up before it was made.</summary>
    public static State Canceled { get; } = new("Canceled", Phase.Ended);

    /// <summary>Where a change goes back to that was held in a state: what was scheduled has lost its slot.</summary>
    internal static State ResumesTo(State held) => held == Scheduled ? Approved : held;
}
