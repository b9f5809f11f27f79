using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>One command on one meeting with its facts: what requirements judge. What several of them need is worked out once.</summary>
public sealed class MeetingAttempt
{
    private Arguments? _arguments;
    private MeetingAgenda? _agendaAfter;
    private ValueList<ActorId>? _people;

    /// <summary>Brings the three together.</summary>
    /// <param name="meeting">The meeting as it is.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="model">The meeting model that the meeting lives under.</param>
    public MeetingAttempt(BoardMeeting meeting, MeetingCommand command, MeetingFacts facts, MeetingModel model)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(model);
        (Meeting, Command, Facts, Model) = (meeting, command, facts, model);
    }

    /// <summary>The meeting as it is.</summary>
    public BoardMeeting Meeting { get; }

    /// <summary>What is attempted.</summary>
    public MeetingCommand Command { get; }

    /// <summary>What is known.</summary>
    public MeetingFacts Facts { get; }

    /// <summary>The meeting model that the meeting lives under.</summary>
    public MeetingModel Model { get; }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp => Facts.Stamp;

    /// <summary>What the command says, as values for its trigger's parameters.</summary>
    public Arguments Arguments => _arguments ??= Command.ToArguments();

    /// <summary>The agenda as it would be after the command.</summary>
    public MeetingAgenda AgendaAfter => _agendaAfter ??= Command.AgendaAfter(Meeting);

    /// <summary>Whom the command says to come, or to go: each once, in ordinal order.</summary>
    public ValueList<ActorId> People => _people ??= Command.People.Distinct().Order().ToValueList();

    /// <summary>The item that the command is about; null when it is about none, or about one that is not on the agenda.</summary>
    public MeetingItem? Item => Command.About is { } change ? Meeting.ItemOf(change) : null;

    /// <summary>The board as the directory knows it; null unless it knows it once.</summary>
    public Board? Board => Facts.Directory?.BoardsCalled(Meeting.Board) is [var only] ? only : null;

    /// <summary>The answer of the very change that the command is about; null when nobody asked it.</summary>
    internal BoardAnswer? Answer => Facts.Answer is { } answer && answer.Change == Command.About ? answer : null;

    /// <summary>The person who acts, in person or by a service account; null when nobody answers for it.</summary>
    internal ActorId? Person => Facts.Directory?.PersonBehind(Stamp.Actor);
}
