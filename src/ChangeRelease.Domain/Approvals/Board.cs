using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>A board that decides together, such as a CAB or an ECAB (S-22).</summary>
public sealed record Board
{
    /// <summary>Makes a board.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="members">The role whose members sit on it.</param>
    /// <param name="recorders">The role of its chair and secretary, who record its decisions.</param>
    /// <param name="quorum">How many members without a hand in the subject must attend; a share is one of all members.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Board(BoardId id, RoleId members, RoleId recorders, Threshold quorum)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(recorders);
        ArgumentNullException.ThrowIfNull(quorum);
        (Id, Members, Recorders, Quorum) = (id, members, recorders, quorum);
    }

    /// <summary>Its name.</summary>
    public BoardId Id { get; }

    /// <summary>The role whose members sit on it.</summary>
    public RoleId Members { get; }

    /// <summary>The role of its chair and secretary.</summary>
    public RoleId Recorders { get; }

    /// <summary>How many members without a hand in the subject must attend.</summary>
    public Threshold Quorum { get; }
}

/// <summary>What a board decided, as its chair or secretary records it.</summary>
/// <param name="Board">The board.</param>
/// <param name="Attendance">Who attended when it was decided; those who had a hand in the subject do not count.</param>
public sealed record BoardDecision(BoardId Board, ValueList<ActorId> Attendance);
