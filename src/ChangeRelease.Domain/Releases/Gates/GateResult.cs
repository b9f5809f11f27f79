using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>What was shown at a gate, by whom, and what it said at that time.</summary>
/// <param name="Evidence">What was shown.</param>
/// <param name="Verdict">What it says of the gate.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="At">When it was handed in.</param>
public sealed record GateResult(GateEvidence Evidence, GateVerdict Verdict, ActorId By, Instant At);
