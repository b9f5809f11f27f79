using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>On which conditions a change that waits for a board is on the agenda of a meeting.</summary>
/// <param name="Board">The board.</param>
public sealed record AgendaTerms(BoardId Board)
{
    /// <summary>The instant before which a change must have come to wait as it is; null when there is none, as at short notice.</summary>
    public Instant? CutOff { get; init; }

    /// <summary>The least risk that the board looks at; null for any. A risk that nobody assessed is not too small (S-4).</summary>
    public Grade? LeastRisk { get; init; }

    /// <summary>The services of which a change must affect one; empty for any. A change that names none is not left out (S-4).</summary>
    public ValueList<ServiceId> Services { get; init; } = [];

    /// <summary>Terms for one meeting of a board.</summary>
    /// <param name="meeting">When it meets.</param>
    /// <returns>The terms, with the meeting's cut-off.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="meeting"/> is null.</exception>
    public static AgendaTerms For(MeetingTime meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return new AgendaTerms(meeting.Board) { CutOff = meeting.CutOff };
    }
}
