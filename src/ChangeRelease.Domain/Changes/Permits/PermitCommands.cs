using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Makes a permit void: no step may begin under it any more. Anybody may, for it only lowers what may be done (S-8).</summary>
/// <param name="Permit">The permit's digest.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record RevokePermit(Digest Permit, string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.Revoke;

    internal override string Because => Reason;

    internal override bool IsAlreadySo(ChangeRequest change) =>
        change.FindPermit(Permit)?.Revocation is { } revocation && string.Equals(revocation.Reason, Reason, StringComparison.Ordinal);

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new PermitRevoked(header, Permit, Reason);
}

/// <summary>Says how far the work under a permit has come. The same again is the same report, whatever its command id.</summary>
/// <param name="Permit">The permit's digest.</param>
/// <param name="Progress">How far.</param>
/// <param name="Remark">What there is to say; may be empty.</param>
public sealed record ReportPermit(Digest Permit, PermitProgress Progress, string Remark = "") : ChangeCommand
{
    /// <summary>What there is to say; may be empty.</summary>
    public string Remark { get; init => field = Text.Canonical(value, nameof(Remark)); } = Text.Canonical(Remark, nameof(Remark));

    private protected override Trigger Takes => ChangeTriggers.Report;

    internal override bool IsAlreadySo(ChangeRequest change) => change.FindPermit(Permit)?.ReportOf(Progress)?.Says(Progress, Remark) == true;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new PermitReported(header, Permit, Progress, Remark);
}
