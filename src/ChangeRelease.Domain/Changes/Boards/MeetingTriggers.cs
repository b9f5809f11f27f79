using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The triggers of the built-in model of a board's meetings; hosts may name their own beside them.</summary>
public static class MeetingTriggers
{
    /// <summary>Says what the board is to decide on.</summary>
    public static Trigger SetAgenda { get; } = new(nameof(SetAgenda));

    /// <summary>Opens the meeting.</summary>
    public static Trigger Open { get; } = new(nameof(Open));

    /// <summary>Notes that somebody came.</summary>
    public static Trigger Arrive { get; } = new(nameof(Arrive));

    /// <summary>Notes that somebody went.</summary>
    public static Trigger Depart { get; } = new(nameof(Depart));

    /// <summary>Records what the board decided on an item.</summary>
    public static Trigger Decide { get; } = new(nameof(Decide));

    /// <summary>Puts an item off.</summary>
    public static Trigger Defer { get; } = new(nameof(Defer));

    /// <summary>Closes the meeting.</summary>
    public static Trigger Adjourn { get; } = new(nameof(Adjourn));

    /// <summary>Lets the minutes stand.</summary>
    public static Trigger Approve { get; } = new(nameof(Approve));

    /// <summary>Gives the meeting up before it is opened.</summary>
    public static Trigger Cancel { get; } = new(nameof(Cancel));
}
