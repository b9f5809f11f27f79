using ChangeRelease.Domain.Changes;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>A command with the facts it is decided by.</summary>
internal sealed record Move(ChangeCommand Command, ChangeFacts Facts);
