using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>A command with the facts it is decided by.</summary>
internal sealed record Leg(ReleaseCommand Command, ReleaseFacts Facts);
