using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a release has to tell a change aboard it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Command">The command to hand in at a <see cref="ChangeDesk"/>; it is decided there like any other, and may be refused.</param>
/// <param name="Causation">The command on the release that it follows from: hand it in with <see cref="Desk{TId, TSubject, TCommand, TEvent}.FollowAsync"/>, and the change's history names it.</param>
public sealed record Tiding(ChangeId Change, ChangeCommand Command, CommandId Causation);
