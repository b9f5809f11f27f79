using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What was reported of the work under a permit.</summary>
/// <param name="Progress">How far it has come.</param>
/// <param name="Remark">What there is to say; may be empty.</param>
/// <param name="By">Who reported.</param>
/// <param name="At">When it was reported, in whole microseconds.</param>
public sealed record PermitReport(PermitProgress Progress, string Remark, Actor By, Instant At)
{
    /// <summary>Whether another report says the same, whoever said it and whenever (S-5).</summary>
    internal bool Says(PermitProgress progress, string remark) => Progress == progress && string.Equals(Remark, remark, StringComparison.Ordinal);
}
