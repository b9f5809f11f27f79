using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Who of those who attended counts toward a board's quorum on one subject, and who is struck out (S-22, S-24).</summary>
/// <param name="Need">How many must count.</param>
/// <param name="Counting">The members who attended and had no hand in the subject, in ordinal order.</param>
/// <param name="Struck">The others who attended, each with the reason, in ordinal order.</param>
/// <param name="Absent">The members without a hand in the subject who did not attend, in ordinal order.</param>
public sealed record BoardQuorum(int Need, ValueList<ActorId> Counting, ValueList<StruckAttendee> Struck, ValueList<ActorId> Absent)
{
    /// <summary>How many are missing; zero when the quorum is reached.</summary>
    [JsonIgnore]
    public int Missing => Math.Max(0, Need - Counting.Count);

    /// <summary>Whether enough of those who attended count.</summary>
    [JsonIgnore]
    public bool IsReached => Counting.Count >= Need;

    /// <summary>Works out the quorum on one subject.</summary>
    /// <param name="board">The board.</param>
    /// <param name="directory">Who sits on it; service accounts never do.</param>
    /// <param name="contributors">Who had a hand in the subject, or does not approve for their sake.</param>
    /// <param name="attendance">Who attended.</param>
    /// <returns>The quorum; a share is one of all members, whoever of them may decide (S-8).</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static BoardQuorum Of(Board board, DirectorySnapshot directory, Contributors contributors, ValueList<ActorId> attendance)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(contributors);
        ArgumentNullException.ThrowIfNull(attendance);
        var members = directory.PeopleIn(board.Members);
        var eligible = members.Where(member => !contributors.Include(member)).ToList();
        var struck = attendance.Distinct().Order().Where(person => !eligible.Contains(person)).Select(person => new StruckAttendee(person, members.Contains(person)
            ? $"had a hand in it ({contributors.ChainOf(person)})"
            : $"is not a person in {board.Members}"));
        return new BoardQuorum(
            board.Quorum.Of(members.Count),
            eligible.Where(attendance.Contains).ToValueList(),
            struck.ToValueList(),
            eligible.Where(member => !attendance.Contains(member)).ToValueList());
    }
}

/// <summary>Somebody who attended and does not count toward the quorum.</summary>
/// <param name="Person">Who.</param>
/// <param name="Why">Why not, as the rest of a sentence.</param>
public sealed record StruckAttendee(ActorId Person, string Why)
{
    /// <summary>Who, and why.</summary>
    /// <returns>For example <c>rita had a hand in it (rita: requester)</c>.</returns>
    public override string ToString() => $"{Person} {Why}";
}
