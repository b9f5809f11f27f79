using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The triggers of the built-in template model; hosts may name their own beside them.</summary>
public static class TemplateTriggers
{
    /// <summary>Hands the version in that is being written.</summary>
    public static Trigger Submit { get; } = new(nameof(Submit));

    /// <summary>Edits the version that is being worked on.</summary>
    public static Trigger Amend { get; } = new(nameof(Amend));

    /// <summary>Votes.</summary>
    public static Trigger CastVote { get; } = new(nameof(CastVote));

    /// <summary>Takes a vote back.</summary>
    public static Trigger WithdrawVote { get; } = new(nameof(WithdrawVote));

    /// <summary>Puts the version in force that was approved.</summary>
    public static Trigger Publish { get; } = new(nameof(Publish));

    /// <summary>Turns the version down.</summary>
    public static Trigger Reject { get; } = new(nameof(Reject));

    /// <summary>Begins a new version.</summary>
    public static Trigger Revise { get; } = new(nameof(Revise));

    /// <summary>Gives the version up that is being worked on.</summary>
    public static Trigger Discard { get; } = new(nameof(Discard));

    /// <summary>Takes what is in force out of force for the time being.</summary>
    public static Trigger Suspend { get; } = new(nameof(Suspend));

    /// <summary>Puts back in force what was suspended.</summary>
    public static Trigger Reinstate { get; } = new(nameof(Reinstate));

    /// <summary>Ends the template.</summary>
    public static Trigger Retire { get; } = new(nameof(Retire));
}
