using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>A permit was made void.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Permit">The permit's digest.</param>
/// <param name="Reason">Why.</param>
public sealed record PermitRevoked(EventHeader Header, Digest Permit, string Reason)
    : ChangeEvent(Header);

/// <summary>It was reported how far the work under a permit has come.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Permit">The permit's digest.</param>
/// <param name="Progress">How far.</param>
/// <param name="Remark">What there is to say; may be empty.</param>
public sealed record PermitReported(EventHeader Header, Digest Permit, PermitProgress Progress, string Remark)
    : ChangeEvent(Header);
