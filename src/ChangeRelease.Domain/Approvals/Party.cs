using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>A person, everybody in a role, or a board.</summary>
public sealed record Party
{
    private Party(ActorId? person, RoleId? role, BoardId? board) => (Person, Role, Board) = (person, role, board);

    /// <summary>The person; null for a role or board.</summary>
    public ActorId? Person { get; }

    /// <summary>The role; null for a person or board.</summary>
    public RoleId? Role { get; }

    /// <summary>The board; null for a person or role.</summary>
    public BoardId? Board { get; }

    /// <summary>One person.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The party.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public static Party Of(ActorId person) => new(person ?? throw new ArgumentNullException(nameof(person)), null, null);

    /// <summary>Everybody in a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The party.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    public static Party In(RoleId role) => new(null, role ?? throw new ArgumentNullException(nameof(role)), null);

    /// <summary>A board.</summary>
    /// <param name="board">The board.</param>
    /// <returns>The party.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="board"/> is null.</exception>
    public static Party Of(BoardId board) => new(null, null, board ?? throw new ArgumentNullException(nameof(board)));

    /// <summary>The party in words.</summary>
    /// <returns>For example <c>dana</c>, <c>anyone in cab</c> or <c>the board cab</c>.</returns>
    public override string ToString() => Person?.Value ?? (Role is { } role ? $"anyone in {role}" : $"the board {Board}");

    internal bool Has(ActorId person, DirectorySnapshot directory) => Person == person || (Role is { } role && directory.Has(person, role));

    internal IEnumerable<ActorId> People(DirectorySnapshot directory) => Person is { } person ? [person] : Role is { } role ? directory.MembersOf(role) : [];
}
