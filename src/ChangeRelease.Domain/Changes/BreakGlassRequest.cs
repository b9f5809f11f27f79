using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A proposal to go ahead without authorization, waiting for a second person (S-9, S-34).</summary>
/// <param name="By">Who proposed it.</param>
/// <param name="Expires">The first instant at which it is void.</param>
/// <param name="Reason">Why it cannot wait.</param>
public sealed record BreakGlassRequest(Actor By, Instant Expires, string Reason);
