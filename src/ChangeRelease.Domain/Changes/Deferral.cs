using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Until when a change is put off, and by whom.</summary>
/// <param name="Until">The first instant at which anybody may resume it.</param>
/// <param name="By">Who deferred it, and may resume it earlier.</param>
public sealed record Deferral(Instant Until, ActorId By);
