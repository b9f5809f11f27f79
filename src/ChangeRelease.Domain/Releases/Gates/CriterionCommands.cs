using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Hands in what was seen of a criterion of the release.</summary>
/// <param name="Evidence">What was seen; its gate is the criterion's.</param>
public sealed record RecordCriterionEvidence(GateEvidence Evidence) : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.RecordCriterion;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new CriterionRecorded(
        header, new CriterionResult(attempt.Release.Digest, new GateResult(Evidence, attempt.Criterion!.Gate.Judge(Evidence)!.Value, header.Stamp.Actor.Id, header.Stamp.At)));
}

/// <summary>Something was shown of a criterion.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Result">What was shown, and of which content.</param>
public sealed record CriterionRecorded(EventHeader Header, CriterionResult Result)
    : ReleaseEvent(Header);
