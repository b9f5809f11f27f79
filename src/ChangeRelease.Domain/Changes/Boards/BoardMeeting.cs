using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>One meeting of a board as its events made it (S-6): its agenda, who was there when, and what became of each item.</summary>
public sealed record BoardMeeting
{
    private BoardMeeting()
    {
    }

    /// <summary>The meeting's name.</summary>
    public required MeetingId Id { get; init; }

    /// <summary>How many events made it.</summary>
    public long Version { get; init; }

    /// <summary>The definition it lives under (S-13).</summary>
    public required LifecycleRef Model { get; init; }

    /// <summary>The state it is in.</summary>
    public required State Status { get; init; }

    /// <summary>Where it stands: what definitions need to know of it (S-13).</summary>
    public Standing Standing => new(Model, Status, Version);

    /// <summary>The board.</summary>
    public required BoardId Board { get; init; }

    /// <summary>From when to when it is planned.</summary>
    public required Slot Slot { get; init; }

    /// <summary>The instant before which a change must wait for the board to be on its agenda; null when it was convened at short notice.</summary>
    public Instant? CutOff { get; init; }

    /// <summary>The items of its agenda, in the order in which they are taken.</summary>
    public ValueList<MeetingItem> Items { get; init; } = [];

    /// <summary>The changes that waited for the board and were left out.</summary>
    public ValueList<OmittedChange> LeftOut { get; init; } = [];

    /// <summary>The digest of its agenda.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Who was there and when, in the order in which they came.</summary>
    public ValueList<Presence> Presences { get; init; } = [];

    /// <summary>When it was opened; null before.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>When it was adjourned; null before.</summary>
    public Instant? AdjournedAt { get; init; }

    /// <summary>Everyone who recorded something of the session, each once, in the order in which they first did.</summary>
    public ValueList<Actor> RecordedBy { get; init; } = [];

    /// <summary>Who let the minutes stand; null before.</summary>
    public MinutesApproval? Approval { get; init; }

    /// <summary>The decisions that the changes did not take up, in order: they count for nothing.</summary>
    public ValueList<ItemRuling> Returned { get; init; } = [];

    /// <summary>The instant of the latest event; later events are not earlier (S-73).</summary>
    public required Instant LastAt { get; init; }

    /// <summary>The commands that took effect (S-5).</summary>
    public required AppliedCommands Applied { get; init; }

    /// <summary>What it is to decide on.</summary>
    public MeetingAgenda Agenda => new(Items.Select(item => item.Pinned).ToValueList(), LeftOut);

    /// <summary>On which conditions a change is on its agenda.</summary>
    public AgendaTerms Terms => new(Board) { CutOff = CutOff };

    /// <summary>Who is there now, in ordinal order; nobody before it is opened, and after it is adjourned.</summary>
    public ValueList<ActorId> Present => Presences.Where(presence => presence.Until is null).Select(presence => presence.Person).Order().ToValueList();

    /// <summary>What became of a change.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The item, or null when it is not on the agenda.</returns>
    public MeetingItem? ItemOf(ChangeId change) => Items.FirstOrDefault(item => item.Pinned.Change == change);

    /// <summary>A decision that the history of its change may not have yet; null when there is none.</summary>
    internal ItemRuling? Unentered => Items.Select(item => item.Ruling).FirstOrDefault(ruling => ruling is { IsEntered: false });

    /// <summary>What is to be recorded with a change when the board decides on it now.</summary>
    internal BoardRuling RulingOf(DecideItem command) => new(command.Change, command.Choice, command.Seen, Present, command.Reason);

    /// <summary>Whether it is told already what became of a decision with its change; what the change has taken up is never returned.</summary>
    internal bool Knows(MeetingEvent told) => told switch
    {
        RulingEntered it => Items.Any(item => item.Ruling is { IsEntered: true } ruling && ruling.Stamp.Command == it.Ruling),
        RulingReturned it => Unentered?.Stamp.Command != it.Ruling,
        _ => false,
    };

    /// <summary>The header of an event that leaves its state and its agenda as they are.</summary>
    internal EventHeader Unchanged(Stamp stamp) => new(stamp, Status, Digest, Digest.Zero, []);

    /// <summary>Makes a meeting from its events.</summary>
    /// <param name="events">All events of one meeting, in order.</param>
    /// <returns>The meeting, or null when there are no events.</returns>
    /// <exception cref="InvalidOperationException">The events are not one meeting's history.</exception>
    public static BoardMeeting? Fold(IEnumerable<MeetingEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate<MeetingEvent, BoardMeeting?>(null, Fold);
    }

    /// <summary>Makes the meeting after one more event; it looks at nothing but the two (S-6).</summary>
    /// <param name="meeting">The meeting before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The meeting after it.</returns>
    /// <exception cref="InvalidOperationException">The first event does not plan a meeting, or a later one does.</exception>
    public static BoardMeeting Fold(BoardMeeting? meeting, MeetingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var next = (meeting, happened) switch
        {
            (null, MeetingPlanned planned) => Planned(planned),
            (not null, not MeetingPlanned) => MeetingFold.Apply(meeting, happened),
            _ => throw new InvalidOperationException("A meeting's history begins with its being planned, and has no other beginning."),
        };
        return next with
        {
            Version = next.Version + 1,
            Status = happened.Header.Status,
            Digest = happened.Header.Content,
            LastAt = happened.Header.Stamp.At,
            Applied = next.Applied.With(happened.Header.Stamp.Command, happened.Header.Command),
        };
    }

    private static BoardMeeting Planned(MeetingPlanned planned) => new()
    {
        Id = planned.Id,
        Model = planned.Model,
        Status = planned.Header.Status,
        Board = planned.Board,
        Slot = planned.Slot,
        CutOff = planned.CutOff,
        Digest = planned.Header.Content,
        LastAt = planned.Header.Stamp.At,
        Applied = AppliedCommands.None,
    };
}

/// <summary>Who let the minutes of a meeting stand.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record MinutesApproval(Actor By, Instant At);
