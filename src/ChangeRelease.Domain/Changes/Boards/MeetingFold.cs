using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What each event does to a meeting, beyond what its header says.</summary>
internal static class MeetingFold
{
    public static BoardMeeting Apply(BoardMeeting meeting, MeetingEvent happened) => happened switch
    {
        RulingEntered it => Entered(meeting, it.Ruling),
        RulingReturned it => ReturnedTo(meeting, it.Ruling),
        MinutesApproved it => meeting with { Approval = new MinutesApproval(it.Header.Stamp.Actor, it.Header.Stamp.At) },
        _ => Recorded(meeting, happened, happened.Header.Stamp),
    };

    // Whoever prepares the agenda, brings the streams in line, or approves, records nothing of the session.
    private static BoardMeeting Recorded(BoardMeeting meeting, MeetingEvent happened, Stamp stamp)
    {
        var next = After(meeting, happened, stamp.At);
        return next.OpenedAt is null || next.RecordedBy.Contains(stamp.Actor) ? next : next with { RecordedBy = next.RecordedBy.With(stamp.Actor) };
    }

    private static BoardMeeting After(BoardMeeting meeting, MeetingEvent happened, Instant at) => happened switch
    {
        AgendaSet it => meeting with { Items = it.Agenda.Items.Select(pin => Kept(meeting, pin)).ToValueList(), LeftOut = it.Agenda.LeftOut },
        MeetingOpened it => Arrived(meeting, it.Present, at) with { OpenedAt = at },
        PeopleArrived it => Arrived(meeting, it.People, at),
        PeopleDeparted it => Departed(meeting, it.People.Contains, at),
        ItemRuled it => With(meeting, it.Ruling.Change, item => item with { Ruling = new ItemRuling(it.Ruling, it.Quorum, it.Header.Stamp) }),
        ItemDeferred it => With(meeting, it.Change, item => item with { Deferral = new ItemDeferral(it.To, it.Reason, it.Header.Stamp.Actor, at) }),
        MeetingAdjourned => Risen(meeting, at),
        MeetingActedOn it when it.Header.Status.Phase.Order > Phase.Realization.Order => Risen(meeting, at),
        _ => meeting,
    };

    private static BoardMeeting Risen(BoardMeeting meeting, Instant at) =>
        Departed(meeting, _ => true, at) with { AdjournedAt = meeting.AdjournedAt ?? at };

    private static MeetingItem Kept(BoardMeeting meeting, PinnedChange pin) =>
        meeting.ItemOf(pin.Change) is { IsOpen: false } item ? item : new MeetingItem(pin);

    private static BoardMeeting Arrived(BoardMeeting meeting, ValueList<ActorId> people, Instant at) =>
        meeting with { Presences = meeting.Presences.With(people.Select(person => new Presence(person, at, null))) };

    private static BoardMeeting Departed(BoardMeeting meeting, Func<ActorId, bool> goes, Instant at) =>
        meeting with { Presences = meeting.Presences.Select(presence => presence.Until is null && goes(presence.Person) ? presence with { Until = at } : presence).ToValueList() };

    private static BoardMeeting Entered(BoardMeeting meeting, CommandId command)
    {
        var ruling = Rulings(meeting).First(ruling => ruling.Stamp.Command == command);
        return With(meeting, ruling.Decision.Change, item => item with { Ruling = ruling with { IsEntered = true } }) with
        {
            Returned = meeting.Returned.Where(returned => returned.Stamp.Command != command).ToValueList(),
        };
    }

    private static BoardMeeting ReturnedTo(BoardMeeting meeting, CommandId command)
    {
        var ruling = Rulings(meeting).First(ruling => ruling.Stamp.Command == command);
        return With(meeting, ruling.Decision.Change, item => item with { Ruling = null }) with { Returned = meeting.Returned.With(ruling) };
    }

    private static IEnumerable<ItemRuling> Rulings(BoardMeeting meeting) =>
        meeting.Items.Select(item => item.Ruling).OfType<ItemRuling>().Concat(meeting.Returned);

    private static BoardMeeting With(BoardMeeting meeting, ChangeId change, Func<MeetingItem, MeetingItem> become) =>
        meeting with { Items = meeting.Items.Select(item => item.Pinned.Change == change ? become(item) : item).ToValueList() };
}
