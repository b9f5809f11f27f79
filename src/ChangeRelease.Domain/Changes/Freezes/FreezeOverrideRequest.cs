using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A proposal to override a freeze for a change, waiting for a second person (S-9, S-48).</summary>
/// <param name="Pass">The occurrence of the freeze.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="Expires">The first instant at which it is void.</param>
/// <param name="Reason">Why it cannot wait.</param>
public sealed record FreezeOverrideRequest(FreezePass Pass, Actor By, Instant Expires, string Reason);
