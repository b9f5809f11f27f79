using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Who is in which role, as the host's directory said when the facts were gathered (S-2, S-22).</summary>
/// <param name="Version">The directory's own name for what it said; it is recorded with every decision.</param>
/// <param name="Memberships">The roles and their members; a role that is not listed has nobody.</param>
public sealed record DirectorySnapshot(string Version, ValueList<Membership> Memberships)
{
    /// <summary>The service accounts that the directory knows, with the people who answer for them (S-24).</summary>
    public ValueList<ServiceAccount> ServiceAccounts { get; init; } = [];

    /// <summary>Who may vote for whom, and when (S-22).</summary>
    public ValueList<Delegation> Delegations { get; init; } = [];

    /// <summary>The boards that decide together (S-22).</summary>
    public ValueList<Board> Boards { get; init; } = [];

    /// <summary>The people in a role.</summary>
    /// <param name="role">The role or group.</param>
    /// <returns>The people, each once, in ordinal order; none when the role is not listed.</returns>
    public IReadOnlyList<ActorId> MembersOf(RoleId role) =>
        [.. Memberships.Where(membership => membership.Role == role).SelectMany(membership => membership.Members).Distinct().Order()];

    /// <summary>Whether a person is in a role.</summary>
    /// <param name="person">The person.</param>
    /// <param name="role">The role or group.</param>
    /// <returns>True when the snapshot says so.</returns>
    public bool Has(ActorId? person, RoleId role)
    {
        foreach (var membership in Memberships)
        {
            if (membership.Role == role && membership.Members.Contains(person!))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The members of a role without service accounts: only people fill a quorum of people (S-24).</summary>
    internal IReadOnlyList<ActorId> PeopleIn(RoleId role) => [.. MembersOf(role).Except(ServiceAccounts.Select(service => service.Account))];

    /// <summary>The roles of the person whose voice an actor uses; none when nobody's is used.</summary>
    internal ValueList<RoleId> RolesOf(Actor actor) => PersonBehind(actor) is { } person
        ? Memberships.Where(membership => membership.Members.Contains(person)).Select(membership => membership.Role).Distinct().ToValueList()
        : [];

    /// <summary>The people who answer for an account; none for an account that is no service's.</summary>
    internal IEnumerable<ActorId> OwnersOf(ActorId account) => ServiceAccounts.Where(service => service.Account == account).Select(service => service.Owner);

    /// <summary>The boards of a name; where there is not exactly one, none decides.</summary>
    internal ValueList<Board> BoardsCalled(BoardId id) => Boards.Where(board => board.Id == id).ToValueList();

    internal Delegations DelegationsAt(Instant at) => new(Delegations, at);

    /// <summary>The person whose voice an actor uses; null when nobody answers for it, or the directory says otherwise.</summary>
    internal ActorId? PersonBehind(Actor actor)
    {
        var owners = OwnersOf(actor.Id).Distinct().ToList();
        return actor.IsService
            ? owners.TrueForAll(owner => owner == actor.Owner) ? actor.Owner : null
            : owners.Count == 0 ? actor.Id : null;
    }
}

/// <summary>A service account and the person who answers for it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Owner">The person.</param>
public sealed record ServiceAccount(ActorId Account, ActorId Owner);
