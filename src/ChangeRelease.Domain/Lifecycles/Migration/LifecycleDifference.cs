namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One thing in which two definitions differ.</summary>
/// <param name="Kind">In what.</param>
/// <param name="State">The state it is about, or that the row leaves; null for what is about a trigger or the whole table.</param>
/// <param name="Trigger">The trigger it is about, or that the row is for; null for what is about a state or the whole table.</param>
/// <param name="Before">What the earlier table says, as text without line breaks; empty for what only the later one has.</param>
/// <param name="After">What the later table says, as text without line breaks; empty for what only the earlier one has.</param>
public sealed record LifecycleDifference(DifferenceKind Kind, State? State, Trigger? Trigger, string Before, string After)
{
    /// <summary>Where: a state, a state and a trigger, a trigger, or the part of the table.</summary>
    public string Place => (State, Trigger) switch
    {
        ({ } state, { } trigger) => $"{state} on {trigger}",
        ({ } state, null) => state.Name,
        (null, { } trigger) => trigger.Value,
        _ => Kind == DifferenceKind.StartChanged ? "start" : "table",
    };

    /// <summary>What differs, without the place.</summary>
    public string Sentence => Kind switch
    {
        DifferenceKind.StateAdded => $"is new, of {After}",
        DifferenceKind.StateRemoved => $"is gone, was of {Before}",
        DifferenceKind.StateMoved => $"is of {After}, no longer of {Before}",
        DifferenceKind.StartChanged => $"is {After}, no longer {Before}",
        DifferenceKind.EndAdded => "is final",
        DifferenceKind.EndRemoved => "is no longer final",
        DifferenceKind.TriggerAdded => "is new",
        DifferenceKind.TriggerRemoved => "is gone",
        DifferenceKind.ParameterAdded => $"takes {After}",
        DifferenceKind.ParameterRemoved => $"no longer takes {Before}",
        DifferenceKind.ParameterChanged => $"takes {After}, no longer {Before}",
        DifferenceKind.RowAdded => $"is new, leads to {After}",
        DifferenceKind.RowRemoved => $"is gone, led to {Before}",
        _ => OfRow,
    };

    /// <summary>The group of differences that it is printed in.</summary>
    internal string Section => (State, Trigger, Kind) switch
    {
        (null, null, DifferenceKind.OrderChanged) => "Order",
        (_, _, <= DifferenceKind.StateMoved) => "States",
        (_, _, <= DifferenceKind.EndRemoved) => "Start and ends",
        (null, { }, _) => "Triggers",
        _ => "Rows",
    };

    private string OfRow => Kind switch
    {
        DifferenceKind.OutcomeAdded => $"leads, too, to {After}",
        DifferenceKind.OutcomeRemoved => $"no longer leads to {Before}",
        DifferenceKind.OutcomeRedirected => $"leads to {After}, no longer to {Before}",
        DifferenceKind.OriginsChanged => $"leads back for those from {After}, no longer for those from {Before}",
        DifferenceKind.ComesFromChanged => $"counts as coming from {After}, no longer from {Before}",
        DifferenceKind.RequirementAdded => $"asks for {After}",
        DifferenceKind.RequirementRemoved => $"no longer asks for {Before}",
        DifferenceKind.SideDoorMade => "is a side door",
        DifferenceKind.SideDoorUnmade => "is no longer a side door",
        DifferenceKind.SelectorChanged => $"is decided by {After}, no longer by {Before}",
        _ => $"has its {After} in another order",
    };

    private char Sign => Kind switch
    {
        DifferenceKind.StateAdded or DifferenceKind.EndAdded or DifferenceKind.TriggerAdded or DifferenceKind.ParameterAdded or DifferenceKind.RowAdded
            or DifferenceKind.OutcomeAdded or DifferenceKind.RequirementAdded or DifferenceKind.SideDoorMade => '+',
        DifferenceKind.StateRemoved or DifferenceKind.EndRemoved or DifferenceKind.TriggerRemoved or DifferenceKind.ParameterRemoved or DifferenceKind.RowRemoved
            or DifferenceKind.OutcomeRemoved or DifferenceKind.RequirementRemoved or DifferenceKind.SideDoorUnmade => '-',
        _ => '~',
    };

    /// <summary>A sign for added, removed or changed, the place, and what differs.</summary>
    /// <returns>For example <c>~ Authorizing on Authorize leads to Checking, no longer to Approved</c>.</returns>
    public override string ToString() => $"{Sign} {Place} {Sentence}";
}
