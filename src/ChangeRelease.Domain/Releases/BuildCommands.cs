using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Begins to build the package.</summary>
public sealed record StartReleaseBuild : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.StartBuild;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseBuildStarted(header);
}

/// <summary>Ends the build with its package, which becomes part of what is tested and let go.</summary>
/// <param name="Package">What the build gave.</param>
public sealed record FinishBuild(Package Package) : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Built;

    internal override ReleaseContent ContentAfter(Release release) => release.Content with { Package = Package };

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new PackageBuilt(header, Package);
}

/// <summary>Ends the build without a package.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record FailBuild(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.BuildFailed;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseBuildFailed(header, Reason);
}

/// <summary>Ends the tests with success.</summary>
/// <param name="Tested">The digest of the content that was tested; it must be the present one.</param>
/// <param name="Evidence">What shows it; not blank.</param>
public sealed record PassTests(Digest Tested, string Evidence) : ReleaseCommand
{
    /// <summary>What shows it; not blank.</summary>
    public string Evidence { get; init => field = Text.Canonical(value, nameof(Evidence)); } = Text.Canonical(Evidence, nameof(Evidence));

    private protected override Trigger Takes => ReleaseTriggers.TestsPassed;

    internal override string Because => Evidence;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseTestsPassed(header, Evidence);
}

/// <summary>Ends the tests without success.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record FailTests(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.TestsFailed;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseTestsFailed(header, Reason);
}

/// <summary>Votes on go or no-go.</summary>
/// <param name="Choice">What the vote says.</param>
/// <param name="Seen">The digest of the content that the voter saw (S-23).</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="OnBehalfOf">Whose voice it uses, by delegation; null for the voter's own (S-22).</param>
public sealed record VoteOnRelease(VoteChoice Choice, Digest Seen, string Reason = "", ActorId? OnBehalfOf = null) : ReleaseCommand
{
    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.CastVote;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseVoteCast(
        header, attempt.Ballot.Cast(Paper, attempt.Stamp));

    internal VotingPaper Paper => new(Choice, Seen, OnBehalfOf, Reason);
}

/// <summary>Takes one's own vote back, until it has taken effect (S-25).</summary>
public sealed record WithdrawReleaseVote : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.WithdrawVote;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseVoteWithdrawn(header, attempt.Stamp.Actor.Voice);
}

/// <summary>Lets the release go, on the votes for its present content.</summary>
public sealed record DecideGo : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Go;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseWentGo(
        header,
        attempt.Ballot.Count().Approvers,
        (attempt.Facts.Clearances ?? []).Where(clearance => clearance.Content is not null && attempt.Release.Content.Changes.Contains(clearance.Id)).Select(clearance => new CarriedContent(clearance.Id, clearance.Content!)).ToValueList());
}

/// <summary>Does not let the release go.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record DecideNoGo(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.NoGo;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseWentNoGo(header, Reason);
}

/// <summary>Goes back to planning; votes are void.</summary>
public sealed record ReplanRelease : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Replan;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseReplanned(header);
}
