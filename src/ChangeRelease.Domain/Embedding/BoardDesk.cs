using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application hands in commands on meetings of boards; what a board decides on a change is recorded with the change, too.</summary>
public sealed class BoardDesk : Desk<MeetingId, BoardMeeting, MeetingCommand, MeetingEvent>
{
    private readonly ValueList<MeetingModel> _models;
    private readonly ChangeDesk _changes;
    private readonly MeetingOffice _office;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where everything else is known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BoardDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
        : base(store, facts, clock, settings)
    {
        _models = settings.MeetingModels;
        _changes = new ChangeDesk(store, facts, clock, settings);
        _office = new MeetingOffice(store, settings.Tenant, _changes);
        Journal = new Journal<BoardMeeting, MeetingEvent>(store, Streams.Meetings);
        Book = new AttemptBook<MeetingCommand>(settings.AttemptLog, MeetingJson.Write);
    }

    /// <summary>Records what a board decided on several items of a meeting, one by one: each by its own requirements, and one that is refused keeps no other back (S-48).</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="items">What it decided, in the order in which it did; they are read as the answers are.</param>
    /// <param name="actor">The chair or the secretary, from the authenticated call (S-9).</param>
    /// <param name="commandId">The identity of all of them, from which each has one of its own: the same again is the same act on each item (S-5).</param>
    /// <param name="progress">Is told how many were decided on, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the recording early; what was recorded by then stands.</param>
    /// <returns>For each item what became of it, in the order of <paramref name="items"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(DecideItem Item, Outcome<BoardMeeting, MeetingEvent> Outcome)> DecideEachAsync(
        MeetingId id, IEnumerable<DecideItem> items, Actor actor, CommandId commandId, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Bulk.EachAsync(items, (item, ending) => HandleAsync(id, item, actor, OfficeStep.Named("each", $"{commandId}\n{item.Change}"), ending), progress, cancellation);
    }

    /// <summary>Works out the minutes of a meeting.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The minutes, so far or for good; null when there is no such meeting, or it was never opened.</returns>
    /// <exception cref="InvalidDataException">The meeting's stream is not a history that this version can read.</exception>
    public async ValueTask<BoardMinutes?> MinutesAsync(MeetingId id, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation).ConfigureAwait(false) is { } meeting ? BoardMinutes.Of(meeting) : null;

    private protected override Journal<BoardMeeting, MeetingEvent> Journal { get; }

    private protected override AttemptBook<MeetingCommand> Book { get; }

    private protected override StreamId StreamOf(MeetingId id) => Streams.Of(Tenant, id);

    private protected override Claim ClaimOf(MeetingId id, BoardMeeting? subject) => new(Streams.Holder(StreamOf(id)), [], [], subject?.Version ?? 0);

    private protected override MeetingId? Opened(MeetingCommand command) => (command as PlanMeeting)?.Id;

    private protected override bool AsksForSlots(MeetingCommand command) => false;

    private protected override ValueTask<SlotRequest?> SearchAsync(BoardMeeting subject, Instant notBefore, Instant until, CancellationToken cancellation) => new((SlotRequest?)null);

    private protected override ValueTask<Page<BoardMeeting>> PageAsync(MeetingId id, Stamp stamp, bool isAct, CancellationToken cancellation) =>
        _office.SettleAsync(id, stamp, isAct, cancellation);

    private protected override async ValueTask<Outcome<BoardMeeting, MeetingEvent>> FinishAsync(
        BoardMeeting? before, Surroundings around, Outcome<BoardMeeting, MeetingEvent> outcome, CancellationToken cancellation)
    {
        if (outcome.Subject is not { Unentered: { } ruling } meeting)
        {
            return outcome;
        }

        var entered = await _office.EnterAsync(meeting, ruling, around.Stamp, cancellation).ConfigureAwait(false);
        var page = await _office.ReadAsync(meeting.Id, cancellation).ConfigureAwait(false);
        var decision = entered.IsAccepted ? Decision.Accept<MeetingEvent>([.. outcome.Events, .. entered.Events]) : entered;
        return new Outcome<BoardMeeting, MeetingEvent>(decision, page.Subject, page.Version);
    }

    private protected override async ValueTask<Decision<MeetingEvent>> DecideAsync(
        BoardMeeting? subject, MeetingCommand command, Surroundings around, CancellationToken cancellation)
    {
        var plain = MeetingForms.Plain(command);
        return MeetingDecider.Decide(subject, plain, await FactsAsync(subject, plain, around, cancellation).ConfigureAwait(false));
    }

    private protected override async ValueTask<Prospects?> ProspectsAsync(BoardMeeting subject, Surroundings around, CancellationToken cancellation) =>
        MeetingDecider.Ask(subject, await FactsAsync(subject, null, around, cancellation).ConfigureAwait(false));

    private async ValueTask<MeetingFacts> FactsAsync(BoardMeeting? subject, MeetingCommand? command, Surroundings around, CancellationToken cancellation) =>
        new(around.Stamp, _models)
        {
            Directory = await Facts.DirectoryAsync(cancellation).ConfigureAwait(false),
            Answer = subject is not null && command is DecideItem decide ? await AnswerAsync(subject, decide, around.Stamp, cancellation).ConfigureAwait(false) : null,
            Later = command is DeferItem { To: { } later } ? await FindAsync(later, cancellation).ConfigureAwait(false) : null,
            Host = subject is null ? FactSet.None : await Facts.HostFactsAsync(subject, command, cancellation).ConfigureAwait(false),
        };

    private ValueTask<BoardAnswer> AnswerAsync(BoardMeeting meeting, DecideItem command, Stamp stamp, CancellationToken cancellation) => _changes.AnswerAsync(
        command.Change,
        MeetingOffice.DecisionOf(meeting.Board, meeting.RulingOf(command)),
        stamp.Actor,
        MeetingOffice.As(meeting.Id, stamp.Command, command.Change),
        cancellation);
}
