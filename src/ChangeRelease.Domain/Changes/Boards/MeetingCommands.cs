using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Plans a meeting of a board, or convenes one at short notice, as for an emergency.</summary>
/// <param name="Id">The meeting's name; it must be new.</param>
/// <param name="Board">The board.</param>
/// <param name="Slot">From when to when it is planned.</param>
/// <param name="CutOff">The instant before which a change must wait for the board to be on its agenda; null at short notice.</param>
public sealed record PlanMeeting(MeetingId Id, BoardId Board, Slot Slot, Instant? CutOff = null) : MeetingCommand
{
    /// <summary>Plans one of the times at which a board meets.</summary>
    /// <param name="id">The meeting's name; it must be new.</param>
    /// <param name="time">The time, from a <see cref="BoardCalendar"/>.</param>
    /// <returns>The command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="time"/> is null.</exception>
    public static PlanMeeting At(MeetingId id, MeetingTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new PlanMeeting(id, time.Board, time.Slot, time.CutOff);
    }

    private protected override Trigger? Takes => null;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) =>
        throw new InvalidOperationException("A meeting is planned before there is anything to attempt.");
}

/// <summary>Says what the board is to decide on, whole. In session, what was decided or put off stays as it is.</summary>
/// <param name="Agenda">The changes, with the contents that the board reads.</param>
public sealed record SetMeetingAgenda(MeetingAgenda Agenda) : MeetingCommand
{
    private protected override Trigger Takes => MeetingTriggers.SetAgenda;

    internal override MeetingAgenda AgendaAfter(BoardMeeting meeting) => Agenda;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new AgendaSet(header, Agenda);
}

/// <summary>Opens the meeting.</summary>
/// <param name="Present">Who is there; others may come later.</param>
public sealed record OpenMeeting(ValueList<ActorId> Present) : MeetingCommand
{
    private protected override Trigger Takes => MeetingTriggers.Open;

    internal override ValueList<ActorId> People => Present;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new MeetingOpened(header, attempt.People);
}

/// <summary>Closes the meeting; whoever is there is noted as going.</summary>
public sealed record AdjournMeeting : MeetingCommand
{
    private protected override Trigger Takes => MeetingTriggers.Adjourn;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new MeetingAdjourned(header);
}

/// <summary>Lets the minutes stand: by somebody of the board who recorded nothing of the session.</summary>
/// <param name="Seen">The digest of the minutes that they read (S-23).</param>
public sealed record ApproveMinutes(Digest Seen) : MeetingCommand
{
    private protected override Trigger Takes => MeetingTriggers.Approve;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new MinutesApproved(header, Seen);
}

/// <summary>Gives the meeting up before it is opened.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record CancelMeeting(string Reason) : MeetingCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => MeetingTriggers.Cancel;

    internal override string Because => Reason;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new MeetingCanceled(header, Reason);
}
