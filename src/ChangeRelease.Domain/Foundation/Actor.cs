namespace ChangeRelease.Domain.Foundation;

/// <summary>Who acts: a person, or a service account that acts for its owner (S-9, S-24).</summary>
/// <remarks>It comes from the authenticated call, never from a field of a command.</remarks>
public sealed record Actor
{
    private Actor(ActorId id, bool isService, ActorId? owner) => (Id, IsService, Owner) = (id, isService, owner);

    /// <summary>The account that acts.</summary>
    public ActorId Id { get; }

    /// <summary>Whether the account is a service's; only people fill a human quorum.</summary>
    public bool IsService { get; }

    /// <summary>The person who answers for a service account; null for a person, or for a service that nobody answers for.</summary>
    public ActorId? Owner { get; }

    /// <summary>The person behind the act: the person itself, or the owner of the service account; null when nobody answers for it.</summary>
    public ActorId? Person => IsService ? Owner : Id;

    /// <summary>Whose voice it uses: the person behind it, or its own account's when nobody answers for it.</summary>
    internal ActorId Voice => Person ?? Id;

    /// <summary>A person.</summary>
    /// <param name="id">The person's account.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static Actor Human(ActorId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new Actor(id, isService: false, owner: null);
    }

    /// <summary>A service account.</summary>
    /// <param name="id">The service's account.</param>
    /// <param name="owner">The person who answers for it, or null when nobody does.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static Actor Service(ActorId id, ActorId? owner)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new Actor(id, isService: true, owner);
    }

    /// <summary>The account, and for a service its owner.</summary>
    /// <returns>For example <c>deploy-bot (service of dana)</c>.</returns>
    public override string ToString() => IsService ? $"{Id} (service of {Owner?.Value ?? "nobody"})" : Id.Value;
}
