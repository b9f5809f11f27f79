using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Keeps a meeting in step with the changes that its board decides on: rule, take up, enter or return.</summary>
/// <remarks>
/// What the board decided stands in the meeting first, so that nobody comes, goes or puts the item off in between. Then the change takes
/// it up, by a command whose identity follows from the meeting's, and then the meeting knows. Whatever crashes, the next touch goes on.
/// </remarks>
internal sealed class MeetingOffice(IEventStore store, TenantId tenant, ChangeDesk changes)
{
    private readonly Journal<BoardMeeting, MeetingEvent> _journal = new(store, Streams.Meetings);

    /// <summary>The identity under which a change has what a command of the meeting decided.</summary>
    public static CommandId As(MeetingId meeting, CommandId ruling, ChangeId change) => OfficeStep.Named("meeting", $"{meeting}\n{ruling}\n{change}");

    /// <summary>What is recorded with the change.</summary>
    public static RecordBoardDecision DecisionOf(BoardId board, BoardRuling ruling) =>
        new(board, ruling.Attendance, ruling.Choice, ruling.Seen, ruling.Reason);

    public ValueTask<Page<BoardMeeting>> ReadAsync(MeetingId meeting, CancellationToken cancellation) =>
        _journal.ReadAsync(Streams.Of(tenant, meeting), cancellation);

    /// <summary>The meeting once the changes have everything that its board decided, or have returned it; without writing, as that would leave it (S-7).</summary>
    public async ValueTask<Page<BoardMeeting>> SettleAsync(MeetingId meeting, Stamp stamp, bool writes, CancellationToken cancellation)
    {
        var page = await ReadAsync(meeting, cancellation).ConfigureAwait(false);
        while (page.Subject?.Unentered is { } ruling)
        {
            if (writes)
            {
                await EnterAsync(page.Subject, ruling, stamp, cancellation).ConfigureAwait(false);
                page = await ReadAsync(meeting, cancellation).ConfigureAwait(false);
            }
            else
            {
                var told = await changes.ExplainAsync(ruling.Decision.Change, DecisionOf(page.Subject.Board, ruling.Decision), ruling.Stamp.Actor, As(meeting, ruling.Stamp.Command, ruling.Decision.Change), cancellation).ConfigureAwait(false);
                page = page with { Subject = _journal.Fold(page.Subject, [Told(page, ruling, stamp, told.Refusals)]) };
            }
        }

        return page;
    }

    /// <summary>Has the change take up what the board decided, and tells the meeting what became of it.</summary>
    /// <returns>What became of it in the meeting, or every reason of the change.</returns>
    public async ValueTask<Decision<MeetingEvent>> EnterAsync(BoardMeeting meeting, ItemRuling ruling, Stamp stamp, CancellationToken cancellation)
    {
        var told = await changes.HandleAsync(ruling.Decision.Change, DecisionOf(meeting.Board, ruling.Decision), ruling.Stamp.Actor, As(meeting.Id, ruling.Stamp.Command, ruling.Decision.Change), cancellation).ConfigureAwait(false);
        while (true)
        {
            var page = await ReadAsync(meeting.Id, cancellation).ConfigureAwait(false);
            var happened = Told(page, ruling, stamp, told.Refusals);
            if (page.Subject!.Knows(happened)
                || await _journal.AppendAsync(Streams.Of(tenant, meeting.Id), page, happened.Header.Stamp, ruling.Stamp.Command, [happened], cancellation).ConfigureAwait(false) is Appended)
            {
                return told.IsAccepted ? Decision.Accept(happened) : Decision.Refuse<MeetingEvent>(MeetingNeeds.RefusedByChange(told.Refusals));
            }
        }
    }

    private static MeetingEvent Told(Page<BoardMeeting> page, ItemRuling ruling, Stamp stamp, ValueList<Refusal> refusals)
    {
        var (meeting, change) = (page.Subject!, ruling.Decision.Change);
        var header = meeting.Unchanged(OfficeStep.Derived(stamp, "enter", page, change));
        return refusals.Count == 0
            ? new RulingEntered(header, ruling.Stamp.Command, As(meeting.Id, ruling.Stamp.Command, change))
            : new RulingReturned(header, ruling.Stamp.Command, refusals.Select(refusal => $"{refusal.Code}: {refusal.Explanation}").ToValueList());
    }
}
