using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the built-in model of a board's meetings asks for; hosts may ask for the same in models of their own.</summary>
public static class MeetingNeeds
{
    /// <summary>The command says why.</summary>
    public static Requirement<MeetingAttempt> Reason { get; } = Need(
            "meeting.reason.missing", "The command says why.", attempt => !Text.IsBlank(attempt.Command.Because))
        .CuredBy(Remedy.Do("Say why, in words that will be understood later"))
        .About(MeetingParameters.Reason);

    /// <summary>The directory says who records for the board (S-4).</summary>
    public static Requirement<MeetingAttempt> DirectoryKnown { get; } = Need(
            "meeting.directory.missing", "The directory says who records for the board.", attempt => attempt.Facts.Directory is not null)
        .Explains(_ => Why.Because("The directory could not be looked up."))
        .CuredBy(Remedy.Do("Try again when the directory answers"));

    /// <summary>The directory knows the board, once (S-4).</summary>
    public static Requirement<MeetingAttempt> BoardKnown { get; } = Need(
            "meeting.board.unknown", "The directory knows the board, once.", attempt => attempt.Board is not null)
        .Explains(attempt => Why.Because(FormattableString.Invariant($"The directory knows {attempt.Facts.Directory!.BoardsCalled(attempt.Meeting.Board).Count} boards called {attempt.Meeting.Board}, and one is needed.")))
        .CuredBy(Remedy.Do("Name the board in the directory, once"))
        .After(DirectoryKnown);

    /// <summary>The chair or the secretary of the board does it (S-22).</summary>
    public static Requirement<MeetingAttempt> Recorder { get; } = Need(
            "meeting.recorder.not-eligible", "The chair or the secretary of the board does it, in person or by a service account.", attempt => attempt.Facts.Directory!.Has(attempt.Person, attempt.Board!.Recorders))
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor} does not act for anybody in {attempt.Board!.Recorders}, who record for the board {attempt.Meeting.Board}.")
            .CuredBy(Remedy.Ask(attempt.Board.Recorders, $"Ask {People.Choose(1, attempt.Facts.Directory!.PeopleIn(attempt.Board.Recorders))} to do it")))
        .After(BoardKnown);

    /// <summary>Each change stands on the agenda once.</summary>
    public static Requirement<MeetingAttempt> ItemsDiffer { get; } = Need(
            "meeting.agenda.repeated", "Each change stands on the agenda once.", attempt => !Twins(attempt).Any())
        .Explains(attempt => Twins(attempt).Select(change => Why.Because($"The change {change} stands on the agenda more than once.")))
        .CuredBy(Remedy.Do("Name each change once"))
        .About(MeetingParameters.Agenda);

    /// <summary>What was decided or put off stays on the agenda as it was (S-6).</summary>
    public static Requirement<MeetingAttempt> SettledKept { get; } = Need(
            "meeting.agenda.settled-changed", "What was decided or put off stays on the agenda as it was.", attempt => !Lost(attempt).Any())
        .Explains(attempt => Lost(attempt).Select(item => Why.Because($"The change {item.Pinned.Change} was taken, and the new agenda does not name it as it was.")
            .Seeing("taken at version", item.Pinned.Version)
            .Seeing("with content", item.Pinned.Content.Abbreviated)))
        .CuredBy(Remedy.Do("Name what was taken as it was, and change only what is still open"))
        .About(MeetingParameters.Agenda);

    /// <summary>Somebody is named.</summary>
    public static Requirement<MeetingAttempt> SomebodyNamed { get; } = Need(
            "meeting.attendance.nobody", "Somebody is named who comes or goes.", attempt => attempt.People.Count > 0)
        .CuredBy(Remedy.Do("Name who comes or goes"))
        .About(MeetingParameters.Arrived, MeetingParameters.Departed);

    /// <summary>Who comes was not there.</summary>
    public static Requirement<MeetingAttempt> NotYetPresent { get; } = Need(
            "meeting.attendance.present-already", "Who comes was not there.", attempt => !attempt.People.Intersect(attempt.Meeting.Present).Any())
        .Explains(attempt => attempt.People.Intersect(attempt.Meeting.Present).Select(person => Why.Because($"{person} is there already.")))
        .CuredBy(Remedy.Do("Name only those who come"))
        .About(MeetingParameters.Arrived);

    /// <summary>Who goes was there.</summary>
    public static Requirement<MeetingAttempt> PresentUntilNow { get; } = Need(
            "meeting.attendance.not-present", "Who goes was there.", attempt => !attempt.People.Except(attempt.Meeting.Present).Any())
        .Explains(attempt => attempt.People.Except(attempt.Meeting.Present).Select(person => Why.Because($"{person} is not there.")))
        .CuredBy(Remedy.Do("Name only those who are there"))
        .About(MeetingParameters.Departed);

    /// <summary>Every item was decided or put off.</summary>
    public static Requirement<MeetingAttempt> EveryItemSettled { get; } = Need(
            "meeting.items.open", "Every item was decided or put off.", attempt => attempt.Meeting.Items.All(item => item.IsSettled))
        .Explains(attempt => attempt.Meeting.Items.Where(item => !item.IsSettled).Select(item => Why.Because($"The change {item.Pinned.Change} was neither decided nor put off.")
            .CuredBy(Remedy.Do($"Decide on {item.Pinned.Change}"), Remedy.Do($"Put {item.Pinned.Change} off, to a later meeting or to whichever comes next"))));

    /// <summary>The change is on the agenda.</summary>
    public static Requirement<MeetingAttempt> ItemListed { get; } = Need(
            "meeting.item.not-listed", "The change is on the agenda of the meeting.", attempt => attempt.Item is not null)
        .Explains(attempt => Why.Because($"The change {attempt.Command.About?.Value ?? "that nobody named"} is not on the agenda of {attempt.Meeting.Id}."))
        .CuredBy(Remedy.Do("Set the agenda anew, with the change on it"))
        .About(MeetingParameters.Change);

    /// <summary>The item was neither decided nor put off before.</summary>
    public static Requirement<MeetingAttempt> ItemOpen { get; } = Need(
            "meeting.item.taken", "The item was neither decided nor put off before.", attempt => attempt.Item!.IsOpen)
        .Explains(attempt => Why.Because(attempt.Item is { Ruling: { } ruling }
                ? $"The board decided on {ruling.Decision.Change} at {ruling.Stamp.At.ToText()}: {ruling.Decision.Choice}."
                : $"The change {attempt.Command.About} was put off at {attempt.Item!.Deferral!.At.ToText()}.")
            .CuredBy(Remedy.Do(attempt.Item.Ruling is null ? "Take it at a later meeting" : "Withdraw the decision with the change, and take it at a later meeting")))
        .About(MeetingParameters.Change)
        .After(ItemListed);

    /// <summary>The board decides on what is on its agenda (S-23).</summary>
    public static Requirement<MeetingAttempt> SeesPinned { get; } = Need(
            "meeting.item.other-content", "The board decides on the content that is on its agenda.", attempt => (attempt.Command as DecideItem)?.Seen == attempt.Item!.Pinned.Content)
        .Explains(attempt => Why.Because("The board saw another content than the one on its agenda.")
            .Seeing("seen", (attempt.Command as DecideItem)?.Seen.Abbreviated)
            .Seeing("on the agenda", attempt.Item!.Pinned.Content.Abbreviated))
        .CuredBy(Remedy.Do("Decide on the content that is on the agenda"), Remedy.Do("Set the agenda anew, with the present content"))
        .About(MeetingParameters.Seen)
        .After(ItemListed);

    /// <summary>It is known what the change says, and who of those present counts (S-4).</summary>
    public static Requirement<MeetingAttempt> AnswerKnown { get; } = Need(
            "meeting.item.answer-missing", "It is known what the change says to the decision, and who of those present counts.", attempt => attempt.Answer is { Quorum: not null } or { Refusals.Count: > 0 })
        .Explains(_ => Why.Because("Nobody asked the change, or who counts could not be worked out."))
        .CuredBy(Remedy.Do("Ask the change, and decide with its answer"))
        .AboutTheCommand();

    /// <summary>The change takes the decision: quorum, content, turn, and everything else that it asks for itself (S-1, S-22, S-24).</summary>
    public static Requirement<MeetingAttempt> ChangeTakesIt { get; } = Need(
            "meeting.item.refused-by-change", "The change takes the decision of the board.", attempt => attempt.Answer!.Refusals.Count == 0)
        .Explains(attempt => attempt.Answer!.Refusals.Select(Because))
        .AboutTheCommand()
        .After(AnswerKnown);

    /// <summary>The later meeting is one of the same board, and is yet to come (S-4).</summary>
    public static Requirement<MeetingAttempt> LaterMeeting { get; } = Need(
            "meeting.deferral.no-such-meeting", "The later meeting is one of the same board, and is yet to come.", attempt => attempt.Command is not DeferItem { To: { } to } || IsLater(attempt, to))
        .Explains(attempt => Why.Because($"There is no planned meeting {(attempt.Command as DeferItem)?.To} of the board {attempt.Meeting.Board} that is yet to come."))
        .CuredBy(Remedy.Do("Plan the meeting first"), Remedy.Do("Leave open which meeting it is put off to"))
        .About(MeetingParameters.To);

    /// <summary>A person of the board approves the minutes.</summary>
    public static Requirement<MeetingAttempt> ApproverOfBoard { get; } = Need(
            "meeting.minutes.approver-not-eligible", "A person who sits on the board, or records for it, approves its minutes.", attempt => IsOfBoard(attempt, attempt.Board!))
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor} is no person in {attempt.Board!.Members} or {attempt.Board.Recorders}.")
            .CuredBy(
                Remedy.Ask(attempt.Board.Recorders, "Ask whoever of the chair and the secretary recorded nothing of the session"),
                Remedy.Ask(attempt.Board.Members, "Ask a member to approve them")))
        .After(BoardKnown);

    /// <summary>Who approves the minutes recorded nothing of the session, not even by another account (S-9).</summary>
    public static Requirement<MeetingAttempt> ApproverOther { get; } = Need(
            "meeting.minutes.approver-recorded", "Who approves the minutes recorded nothing of the session.", attempt => !OwnHands(attempt).Any())
        .Explains(attempt => OwnHands(attempt).Select(hand => Why.Because($"{attempt.Stamp.Actor} recorded the session as {hand}.")
            .CuredBy(Remedy.Ask(attempt.Board!.Members, "Ask somebody of the board who recorded nothing of it"))))
        .After(BoardKnown);

    /// <summary>What is approved is what stands in the minutes (S-23).</summary>
    public static Requirement<MeetingAttempt> MinutesSeen { get; } = Need(
            "meeting.minutes.other-seen", "The minutes that were read are those of the meeting.", attempt => BoardMinutes.Of(attempt.Meeting) is { } minutes && (attempt.Command as ApproveMinutes)?.Seen == minutes.Digest)
        .Explains(attempt => Why.Because("Other minutes were read than those of the meeting.")
            .Seeing("seen", (attempt.Command as ApproveMinutes)?.Seen.Abbreviated)
            .Seeing("present", BoardMinutes.Of(attempt.Meeting)?.Digest.Abbreviated))
        .CuredBy(Remedy.Do("Read the minutes as they are, and name their digest"))
        .About(MeetingParameters.Seen);

    /// <summary>What anything that a recorder does asks for, each after what it waits for.</summary>
    internal static Requirement<MeetingAttempt>[] Recording { get; } = [DirectoryKnown, BoardKnown, Recorder];

    /// <summary>The reasons of a change, as a meeting gives them.</summary>
    internal static ValueList<Refusal> RefusedByChange(ValueList<Refusal> refusals) =>
        refusals.Select(refusal => Refusal.Of(ChangeTakesIt.Code, ChangeTakesIt.Sentence, Because(refusal))).ToValueList();

    private static IEnumerable<ChangeId> Twins(MeetingAttempt attempt) => attempt.AgendaAfter.Items
        .GroupBy(item => item.Change)
        .Where(alike => alike.Count() > 1)
        .Select(alike => alike.Key);

    private static IEnumerable<MeetingItem> Lost(MeetingAttempt attempt) =>
        attempt.Meeting.Items.Where(item => !item.IsOpen && !attempt.AgendaAfter.Items.Contains(item.Pinned));

    private static bool IsLater(MeetingAttempt attempt, MeetingId to) => attempt.Facts.Later is { } later
        && later.Id == to && later.Id != attempt.Meeting.Id && later.Board == attempt.Meeting.Board && later.Status.Phase == Phase.Preparation;

    // The reason is the change's own: its code, what it saw, what cures it, and when time alone does.
    private static Why Because(Refusal refusal)
    {
        var why = refusal.Facts.Aggregate(Why.Because(refusal.Explanation).Seeing("refusal", refusal.Code), (so, fact) => so.Seeing(fact.Name, fact.Value))
            .CuredBy([.. refusal.Remedies.Where(remedy => remedy.Kind != RemedyKind.Wait)]);
        return refusal.Earliest is { } earliest ? why.CuredFrom(earliest) : why;
    }

    private static bool IsOfBoard(MeetingAttempt attempt, Board board) => attempt.Facts.Directory is { } directory
        && PeopleBehind.IsPerson(attempt.Stamp.Actor, directory)
        && (directory.Has(attempt.Stamp.Actor.Id, board.Members) || directory.Has(attempt.Stamp.Actor.Id, board.Recorders));

    private static IEnumerable<Actor> OwnHands(MeetingAttempt attempt) =>
        attempt.Meeting.RecordedBy.Where(by => PeopleBehind.Meet(by, attempt.Stamp.Actor, attempt.Facts.Directory!));

    private static Requirement<MeetingAttempt> Need(string code, string sentence, Func<MeetingAttempt, bool> isMet) =>
        Requirement.For<MeetingAttempt>(code).Says(sentence).IsMetWhen(isMet);
}
