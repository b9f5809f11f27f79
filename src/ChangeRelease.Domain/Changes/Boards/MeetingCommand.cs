using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What someone wants done with a board's meeting: a closed family. Who and when stand in the stamp, never here (S-9).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlanMeeting), "plan-meeting")]
[JsonDerivedType(typeof(SetMeetingAgenda), "set-meeting-agenda")]
[JsonDerivedType(typeof(OpenMeeting), "open-meeting")]
[JsonDerivedType(typeof(RecordArrival), "record-arrival")]
[JsonDerivedType(typeof(RecordDeparture), "record-departure")]
[JsonDerivedType(typeof(DecideItem), "decide-item")]
[JsonDerivedType(typeof(DeferItem), "defer-item")]
[JsonDerivedType(typeof(AdjournMeeting), "adjourn-meeting")]
[JsonDerivedType(typeof(ApproveMinutes), "approve-minutes")]
[JsonDerivedType(typeof(CancelMeeting), "cancel-meeting")]
[JsonDerivedType(typeof(ActOnMeeting), "act-on-meeting")]
public abstract record MeetingCommand
{
    private protected MeetingCommand()
    {
    }

    /// <summary>The trigger that the command takes; null for planning, which has no state to leave.</summary>
    [JsonIgnore]
    public Trigger? Trigger => Takes;

    private protected abstract Trigger? Takes { get; }

    /// <summary>What the command says, as values for its trigger's parameters; what it leaves open is left out.</summary>
    /// <returns>The arguments: <see cref="ActOnMeeting"/> with them is the same command.</returns>
    public virtual Arguments ToArguments() => MeetingForms.All.ArgumentsOf(this);

    /// <summary>The text in which the command says why; null when it needs none.</summary>
    internal virtual string? Because => null;

    /// <summary>Whom the command says to come, or to go.</summary>
    internal virtual ValueList<ActorId> People => [];

    /// <summary>The change that the command is about; null when it is about none.</summary>
    internal virtual ChangeId? About => null;

    internal virtual MeetingAgenda AgendaAfter(BoardMeeting meeting) => meeting.Agenda;

    internal abstract MeetingEvent Happened(MeetingAttempt attempt, EventHeader header);
}
