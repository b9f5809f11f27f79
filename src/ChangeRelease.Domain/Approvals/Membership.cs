using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Who is in a role or group.</summary>
/// <param name="Role">The role or group.</param>
/// <param name="Members">The people in it.</param>
public sealed record Membership(RoleId Role, ValueList<ActorId> Members);
