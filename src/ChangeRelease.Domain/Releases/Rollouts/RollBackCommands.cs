using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Begins to roll back to what served before.</summary>
/// <param name="Reason">Why; not blank.</param>
/// <param name="To">The version that each environment goes back to: the one that served there before the release was deployed, see <see cref="Release.WayBack"/>.</param>
[method: JsonConstructor]
public sealed record RollBackRelease(string Reason, ValueList<ActiveVersion> To) : ReleaseCommand
{
    /// <summary>Begins to roll back where nothing served before, or nothing was deployed yet.</summary>
    /// <param name="reason">Why; not blank.</param>
    public RollBackRelease(string reason)
        : this(reason, [])
    {
    }

    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.RollBack;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRollBackStarted(header, To, Reason);
}

/// <summary>Ends the rolling back, with success.</summary>
public sealed record FinishRollBack : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.RolledBack;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRolledBack(header);
}

/// <summary>Ends the rolling back, without success.</summary>
/// <param name="Reason">What went wrong; not blank.</param>
public sealed record FailRollBack(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.RollBackFailed;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRollBackFailed(header, Reason);
}

/// <summary>Mends forward: back to planning with a new content, which needs its own go. Who has the release already keeps it until the mended one goes out.</summary>
/// <param name="Content">What the release says from now on; it differs materially.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record RollReleaseForward(ReleaseContent Content, string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.RollForward;

    internal override string Because => Reason;

    internal override ReleaseContent ContentAfter(Release release) => Content;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRolledForward(header, attempt.ContentAfter, Reason);
}
