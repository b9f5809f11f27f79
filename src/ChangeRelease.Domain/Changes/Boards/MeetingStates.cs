using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The states of the built-in model of a board's meetings; hosts may name their own beside them.</summary>
public static class MeetingStates
{
    /// <summary>It is to come.</summary>
    public static State Planned { get; } = new("Planned", Phase.Preparation);

    /// <summary>The board sits.</summary>
    public static State InSession { get; } = new("InSession", Phase.Realization);

    /// <summary>The board has risen; its minutes wait for approval.</summary>
    public static State Adjourned { get; } = new("Adjourned", Phase.Review);

    /// <summary>Over; the minutes stand.</summary>
    public static State MinutesApproved { get; } = new("MinutesApproved", Phase.Ended);

    /// <summary>It does not take place.</summary>
    public static State Canceled { get; } = new("Canceled", Phase.Ended);
}
