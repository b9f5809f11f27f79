using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>That somebody was at a meeting for a while.</summary>
/// <param name="Person">Who.</param>
/// <param name="From">When it was noted that they came.</param>
/// <param name="Until">When it was noted that they went, or the meeting was adjourned; null while they are there.</param>
public sealed record Presence(ActorId Person, Instant From, Instant? Until);
