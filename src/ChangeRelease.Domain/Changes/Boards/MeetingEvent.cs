using System.Text.Json.Serialization;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What happened at a board's meeting: a closed family, each with the header that every event carries (S-6).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MeetingPlanned), "meeting-planned")]
[JsonDerivedType(typeof(AgendaSet), "agenda-set")]
[JsonDerivedType(typeof(MeetingOpened), "meeting-opened")]
[JsonDerivedType(typeof(PeopleArrived), "people-arrived")]
[JsonDerivedType(typeof(PeopleDeparted), "people-departed")]
[JsonDerivedType(typeof(ItemRuled), "item-ruled")]
[JsonDerivedType(typeof(RulingEntered), "ruling-entered")]
[JsonDerivedType(typeof(RulingReturned), "ruling-returned")]
[JsonDerivedType(typeof(ItemDeferred), "item-deferred")]
[JsonDerivedType(typeof(MeetingAdjourned), "meeting-adjourned")]
[JsonDerivedType(typeof(MinutesApproved), "minutes-approved")]
[JsonDerivedType(typeof(MeetingCanceled), "meeting-canceled")]
[JsonDerivedType(typeof(MeetingActedOn), "meeting-acted-on")]
public abstract record MeetingEvent
{
    private protected MeetingEvent(EventHeader header) => Header = header;

    /// <summary>When, who, the state it led to, and what was looked at.</summary>
    public EventHeader Header { get; }
}

/// <summary>A meeting was planned under a meeting model (S-13).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Id">The meeting.</param>
/// <param name="Model">The definition it was planned under.</param>
/// <param name="Board">The board.</param>
/// <param name="Slot">From when to when.</param>
/// <param name="CutOff">When its agenda is closed; null at short notice.</param>
public sealed record MeetingPlanned(EventHeader Header, MeetingId Id, LifecycleRef Model, BoardId Board, Slot Slot, Instant? CutOff)
    : MeetingEvent(Header);

/// <summary>It was said what the board is to decide on.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Agenda">The changes, with the contents that the board reads.</param>
public sealed record AgendaSet(EventHeader Header, MeetingAgenda Agenda)
    : MeetingEvent(Header);

/// <summary>The meeting was opened.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Present">Who was there, in ordinal order.</param>
public sealed record MeetingOpened(EventHeader Header, ValueList<ActorId> Present)
    : MeetingEvent(Header);

/// <summary>People came.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="People">Who, in ordinal order.</param>
public sealed record PeopleArrived(EventHeader Header, ValueList<ActorId> People)
    : MeetingEvent(Header);

/// <summary>People went.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="People">Who, in ordinal order.</param>
public sealed record PeopleDeparted(EventHeader Header, ValueList<ActorId> People)
    : MeetingEvent(Header);

/// <summary>The board decided on an item; the history of the change may not have it yet.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Ruling">What was decided, with everybody who was present.</param>
/// <param name="Quorum">Who of them counted, and who was struck out.</param>
public sealed record ItemRuled(EventHeader Header, BoardRuling Ruling, BoardQuorum Quorum)
    : MeetingEvent(Header);

/// <summary>The history of the change has what the board decided.</summary>
/// <param name="Header">When, who, the state it left as it was, and what was looked at.</param>
/// <param name="Ruling">The command that the decision was recorded by in the meeting.</param>
/// <param name="As">The command that the history of the change has it under.</param>
public sealed record RulingEntered(EventHeader Header, CommandId Ruling, CommandId As)
    : MeetingEvent(Header);

/// <summary>The change did not take up what the board decided, because it had moved on meanwhile; the item is open again.</summary>
/// <param name="Header">When, who, the state it left as it was, and what was looked at.</param>
/// <param name="Ruling">The command that the decision was recorded by in the meeting.</param>
/// <param name="Reasons">Every reason, as code and explanation.</param>
public sealed record RulingReturned(EventHeader Header, CommandId Ruling, ValueList<string> Reasons)
    : MeetingEvent(Header);

/// <summary>An item was put off.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Change">The change.</param>
/// <param name="To">The later meeting; null for whichever comes next.</param>
/// <param name="Reason">Why.</param>
public sealed record ItemDeferred(EventHeader Header, ChangeId Change, MeetingId? To, string Reason)
    : MeetingEvent(Header);

/// <summary>The meeting was closed.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record MeetingAdjourned(EventHeader Header)
    : MeetingEvent(Header);

/// <summary>Somebody let the minutes stand.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Minutes">The digest of the minutes.</param>
public sealed record MinutesApproved(EventHeader Header, Digest Minutes)
    : MeetingEvent(Header);

/// <summary>The meeting was given up.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record MeetingCanceled(EventHeader Header, string Reason)
    : MeetingEvent(Header);

/// <summary>A trigger of the host's own was taken.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Arguments">The values given for its parameters.</param>
public sealed record MeetingActedOn(EventHeader Header, Trigger Trigger, Arguments Arguments)
    : MeetingEvent(Header);
