using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Who answers for a task: one person or service account, or whoever of a role is there.</summary>
/// <remarks>A person who owns a task of the implementation or remediation plan makes the change and cannot approve it (S-24); a role keeps nobody from approving.</remarks>
public sealed record TaskOwner
{
    [JsonConstructor]
    internal TaskOwner(ActorId? actor, RoleId? role) => (Actor, Role) = actor is null == role is null
        ? throw new ArgumentException("A task is owned by an actor or by a role, and not by both.", nameof(role))
        : (actor, role);

    /// <summary>The person or service account; null when a role owns the task.</summary>
    public ActorId? Actor { get; }

    /// <summary>The role; null when one actor owns the task.</summary>
    public RoleId? Role { get; }

    /// <summary>A person or a service account.</summary>
    /// <param name="actor">Who.</param>
    /// <returns>The owner.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actor"/> is null.</exception>
    public static TaskOwner Of(ActorId actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new TaskOwner(actor, null);
    }

    /// <summary>Whoever of a role is there.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The owner.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    public static TaskOwner Of(RoleId role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new TaskOwner(null, role);
    }

    /// <summary>The name of the actor or of the role.</summary>
    /// <returns>For example <c>ivan</c> or <c>role dba</c>.</returns>
    public override string ToString() => Actor?.Value ?? $"role {Role}";
}
