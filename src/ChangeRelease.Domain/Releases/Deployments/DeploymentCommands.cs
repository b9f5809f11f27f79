using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>Begins to bring the package into an environment before production.</summary>
/// <param name="Environment">The environment; one of the promotion path.</param>
/// <param name="Package">The digest of the package in hand; it must be the release's.</param>
public sealed record PromoteRelease(EnvironmentId Environment, Digest Package) : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Promote;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header)
    {
        var content = attempt.Release.Content;
        var before = attempt.Release.Deployments.Count(deployment => deployment.Environment == Environment && deployment.Package == Package);
        return new PromotionBegun(header, new Deployment(
            Environment, Package, before + 1, content.Configurations.FirstOrDefault(one => one.Environment == Environment), header.Stamp.Actor.Id, header.Stamp.At)
        {
            Slot = attempt.Model.BooksPlaces && attempt.PlacesAsked is { Count: > 0 } asked ? asked[0] : null,
        });
    }
}

/// <summary>Reports how the latest deployment of the package to an environment ended.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Report">What shows it; not blank.</param>
public sealed record FinishDeployment(EnvironmentId Environment, DeploymentOutcome Outcome, string Report) : ReleaseCommand
{
    /// <summary>What shows it; not blank.</summary>
    public string Report { get; init => field = Text.Canonical(value, nameof(Report)); } = Text.Canonical(Report, nameof(Report));

    private protected override Trigger Takes => ReleaseTriggers.DeploymentDone;

    internal override string Because => Report;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new DeploymentFinished(header, Environment, Outcome, Report);
}

/// <summary>Hands in what was seen at a gate of an environment before production.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Evidence">What was seen.</param>
public sealed record RecordPromotionEvidence(EnvironmentId Environment, GateEvidence Evidence) : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.RecordPromotion;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new PromotionRecorded(
        header, Environment, new GateResult(Evidence, attempt.PromotionGate!.Judge(Evidence)!.Value, header.Stamp.Actor.Id, header.Stamp.At));
}

/// <summary>Grants the present package to leave out an environment. Only a process owner may, who had no hand in the release (S-8).</summary>
/// <param name="Environment">The environment that may be left out.</param>
/// <param name="Until">The first instant at which the exemption does not hold any more; cut to the microsecond.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record GrantPromotionExemption(EnvironmentId Environment, Instant Until, string Reason) : ReleaseCommand
{
    /// <summary>The first instant at which the exemption does not hold any more; cut to the microsecond.</summary>
    public Instant Until { get; init => field = value.ToMicroseconds(); } = Until.ToMicroseconds();

    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.ExemptStep;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new PromotionExempted(
        header, new PromotionExemption(Environment, attempt.Release.Content.Package!.Digest, header.Stamp.Actor.Voice, Until, Reason));
}

/// <summary>The package began to be brought into an environment before production.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Deployment">The deployment.</param>
public sealed record PromotionBegun(EventHeader Header, Deployment Deployment)
    : ReleaseEvent(Header);

/// <summary>A deployment before production ended.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Environment">Where.</param>
/// <param name="Outcome">How.</param>
/// <param name="Report">What shows it.</param>
public sealed record DeploymentFinished(EventHeader Header, EnvironmentId Environment, DeploymentOutcome Outcome, string Report)
    : ReleaseEvent(Header);

/// <summary>Something was shown at a gate of an environment before production.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Environment">Where.</param>
/// <param name="Result">What was shown, and what it says.</param>
public sealed record PromotionRecorded(EventHeader Header, EnvironmentId Environment, GateResult Result)
    : ReleaseEvent(Header);

/// <summary>A package was granted to leave out an environment.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Exemption">Which package, which environment, by whom, until when and why.</param>
public sealed record PromotionExempted(EventHeader Header, PromotionExemption Exemption)
    : ReleaseEvent(Header);
