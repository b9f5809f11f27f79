using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application hands commands in: facts are gathered, the decision made, the events appended.</summary>
/// <remarks>
/// A desk holds no state and no rules of its own and is safe for any number of callers at once. When somebody else was faster, the
/// command is decided again on what is there now. A command sent twice takes effect once (S-5).
/// </remarks>
/// <typeparam name="TId">What subjects are named by.</typeparam>
/// <typeparam name="TSubject">The change or release.</typeparam>
/// <typeparam name="TCommand">What can be attempted on it.</typeparam>
/// <typeparam name="TEvent">What happens to it.</typeparam>
public abstract partial class Desk<TId, TSubject, TCommand, TEvent>
    where TId : Identifier
    where TSubject : class
{
    private static readonly CommandId Asking = new("asking");

    private readonly IClock _clock;
    private readonly DeskSettings _settings;

    private protected Desk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(settings);
        (Store, Facts, _clock, _settings) = (store, facts, clock, settings);
        Office = new BookingOffice(store, settings.Tenant, settings.HoldStands);
    }

    private protected IEventStore Store { get; }

    private protected IFactSource Facts { get; }

    private protected BookingOffice Office { get; }

    private protected TenantId Tenant => _settings.Tenant;

    private protected Instant Now => _clock.GetCurrentInstant();

    private protected abstract Journal<TSubject, TEvent> Journal { get; }

    private protected abstract AttemptBook<TCommand> Book { get; }

    /// <summary>Does it: decides on a command and appends what happened.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="commandId">The command's identity: the same again is the same act (S-5).</param>
    /// <param name="cancellation">Ends the attempt early; what was appended by then stands.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">The command opens another subject than <paramref name="id"/>.</exception>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public ValueTask<Outcome<TSubject, TEvent>> HandleAsync(
        TId id, TCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default) => DoAsync(id, command, actor, commandId, null, cancellation);

    /// <summary>Does it because of a command on another subject, which the records of what happens then name as their cause (S-70).</summary>
    /// <param name="id">The subject.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="commandId">The command's identity: the same again is the same act (S-5).</param>
    /// <param name="causation">The command that it follows from; it is recorded and proves nothing.</param>
    /// <param name="cancellation">Ends the attempt early; what was appended by then stands.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">The command opens another subject than <paramref name="id"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="causation"/> is null.</exception>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public ValueTask<Outcome<TSubject, TEvent>> FollowAsync(
        TId id, TCommand command, Actor actor, CommandId commandId, CommandId causation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(causation);
        return DoAsync(id, command, actor, commandId, causation, cancellation);
    }

    private async ValueTask<Outcome<TSubject, TEvent>> DoAsync(
        TId id, TCommand command, Actor actor, CommandId commandId, CommandId? causation, CancellationToken cancellation)
    {
        Sitting? sitting = null;
        Outcome<TSubject, TEvent>? outcome = null;
        for (var attempt = 0; outcome is null && attempt < _settings.Attempts; attempt++)
        {
            sitting = await SitAsync(id, command, new Stamp(_clock.GetCurrentInstant(), actor, commandId), isAct: true, cancellation).ConfigureAwait(false);
            outcome = sitting.Outcome.Events.Count > 0 ? await TakeAsync(id, command, sitting, causation, cancellation).ConfigureAwait(false)
                : await HoldsAsync(id, sitting, cancellation).ConfigureAwait(false) ? sitting.Outcome
                : null;
        }

        outcome ??= new Outcome<TSubject, TEvent>(Decision.Refuse<TEvent>(DeskRefusals.Contended(id)), sitting!.Page.Subject, sitting.Page.Version);
        await Book.NoteAsync(new Attempt<TCommand>(StreamOf(id), outcome.Version, sitting!.Around.Stamp, causation, command), outcome.Refusals, cancellation).ConfigureAwait(false);
        await AfterAsync(id, cancellation).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Asks without doing: the same decision on the same facts, and nothing is written (S-7).</summary>
    /// <param name="id">The subject.</param>
    /// <param name="command">What would be attempted.</param>
    /// <param name="actor">Who would attempt it.</param>
    /// <param name="commandId">The identity the command would have.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>What would become of it at the version it names.</returns>
    /// <exception cref="ArgumentException">The command opens another subject than <paramref name="id"/>.</exception>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public async ValueTask<Outcome<TSubject, TEvent>> ExplainAsync(
        TId id, TCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default)
    {
        Sitting sitting;
        var attempt = 0;
        do
        {
            sitting = await SitAsync(id, command, new Stamp(_clock.GetCurrentInstant(), actor, commandId), isAct: false, cancellation).ConfigureAwait(false);
        }
        while (!await HoldsAsync(id, sitting, cancellation).ConfigureAwait(false) && ++attempt < _settings.Attempts);

        return sitting.Outcome with { Subject = sitting.Page.Subject, Version = sitting.Page.Version };
    }

    /// <summary>Finds a subject.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The subject as it is, or null when it does not exist.</returns>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public async ValueTask<TSubject?> FindAsync(TId id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (await Journal.ReadAsync(StreamOf(id), cancellation).ConfigureAwait(false)).Subject;
    }

    /// <summary>Reads what happened to a subject, as it is kept: for showing, exporting, and verifying with <see cref="HashChain"/> (S-70).</summary>
    /// <param name="id">The subject.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The records, oldest first; none when the subject does not exist.</returns>
    public IAsyncEnumerable<EventRecord> HistoryAsync(TId id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Store.ReadAsync(StreamOf(id), afterVersion: 0, cancellation);
    }

    /// <summary>Looks for the earliest slot that would do for a subject: its effort, its times, the calendar, and free places.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="notBefore">The earliest start.</param>
    /// <param name="until">The bound of the search: the slot ends by then.</param>
    /// <param name="cancellation">Ends the looking early.</param>
    /// <returns>The slot with everything that is in the way before it; null when the subject, its effort, its targets or the calendar is not known.</returns>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not later than <paramref name="notBefore"/>.</exception>
    public async ValueTask<SlotSearch?> EarliestSlotAsync(TId id, Instant notBefore, Instant until, CancellationToken cancellation = default)
    {
        var subject = await FindAsync(id, cancellation).ConfigureAwait(false);
        var calendar = await Facts.CalendarAsync(cancellation).ConfigureAwait(false);
        if (subject is null || calendar is null || await SearchAsync(subject, notBefore, until, cancellation).ConfigureAwait(false) is not { } request)
        {
            return null;
        }

        var ledger = await Office.ReadAsync(LedgerKey.Of(calendar.Id), cancellation).ConfigureAwait(false);
        var bookings = (ledger.Subject ?? BookingLedger.Empty).For(ClaimOf(id, subject).Holder, _clock.GetCurrentInstant());
        return calendar.EarliestSlot(request with { Taken = bookings.Others });
    }

    /// <summary>What would take its slots away; null for subjects that have none.</summary>
    private protected virtual ValueTask<TCommand?> SlotReviewAsync(TSubject subject, Surroundings around, CancellationToken cancellation) => default;

    private protected abstract StreamId StreamOf(TId id);

    private protected abstract Claim ClaimOf(TId id, TSubject? subject);

    private protected abstract TId? Opened(TCommand command);

    private protected abstract bool AsksForSlots(TCommand command);

    private protected abstract ValueTask<SlotRequest?> SearchAsync(TSubject subject, Instant notBefore, Instant until, CancellationToken cancellation);

    private protected abstract ValueTask<Decision<TEvent>> DecideAsync(TSubject? subject, TCommand command, Surroundings around, CancellationToken cancellation);

    private protected abstract ValueTask<Prospects?> ProspectsAsync(TSubject subject, Surroundings around, CancellationToken cancellation);

    /// <summary>The ledger of emergencies, where the subject has to do with it.</summary>
    private protected virtual ValueTask<Page<EmergencyLedger>?> EmergenciesAsync(TSubject? subject, Stamp stamp, bool isAct, CancellationToken cancellation) => new((Page<EmergencyLedger>?)null);

    /// <summary>What must stand elsewhere before anything is appended; false when somebody else was faster.</summary>
    private protected virtual ValueTask<bool> PrepareAsync(Surroundings around, Outcome<TSubject, TEvent> outcome, CancellationToken cancellation) => new(true);

    /// <summary>What is brought in line elsewhere once it is appended; what a crash leaves out is made up for when the subject is next looked at. The outcome is the answer.</summary>
    private protected virtual ValueTask<Outcome<TSubject, TEvent>> FinishAsync(TSubject? before, Surroundings around, Outcome<TSubject, TEvent> outcome, CancellationToken cancellation) => new(outcome);

    /// <summary>What is told elsewhere after every act, whatever became of it.</summary>
    private protected virtual ValueTask AfterAsync(TId id, CancellationToken cancellation) => default;

    /// <summary>The subject as its stream has it, once what a crash left unfinished in it is finished; without an act nothing is written, and it is as that would leave it.</summary>
    private protected virtual ValueTask<Page<TSubject>> PageAsync(TId id, Stamp stamp, bool isAct, CancellationToken cancellation) => Journal.ReadAsync(StreamOf(id), cancellation);

    /// <summary>Looks up what a subject has to do with further streams, and finishes there what a crash left unfinished; without an act nothing is written.</summary>
    private protected virtual ValueTask<Surroundings> LookFurtherAsync(
        TId id, TSubject? subject, TCommand? command, Surroundings around, bool isAct, CancellationToken cancellation) => new(around);

    private async ValueTask<Sitting> SitAsync(TId id, TCommand command, Stamp stamp, bool isAct, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(command);
        if (Opened(command) is { } opened && !opened.Equals(id))
        {
            throw new ArgumentException($"The command opens {opened}, not {id}.", nameof(command));
        }

        var page = await PageAsync(id, stamp, isAct, cancellation).ConfigureAwait(false);
        var around = await LookAroundAsync(id, page, stamp, isAct, cancellation).ConfigureAwait(false);
        around = await LookFurtherAsync(id, page.Subject, command, around, isAct, cancellation).ConfigureAwait(false);
        var decision = await DecideAsync(page.Subject, command, around, cancellation).ConfigureAwait(false);
        var after = Journal.Fold(page.Subject, decision.Events);
        return new Sitting(around, page, new Outcome<TSubject, TEvent>(decision, after, page.Version + decision.Events.Count));
    }

    private async ValueTask<Surroundings> LookAroundAsync(TId id, Page<TSubject> page, Stamp stamp, bool isAct, CancellationToken cancellation)
    {
        var calendar = await Facts.CalendarAsync(cancellation).ConfigureAwait(false);
        var claim = ClaimOf(id, page.Subject);
        var ledger = calendar is null ? null
            : isAct ? await Office.SettleAsync(LedgerKey.Of(calendar.Id), claim, stamp, cancellation).ConfigureAwait(false)
            : await Office.PreviewAsync(LedgerKey.Of(calendar.Id), claim, stamp, cancellation).ConfigureAwait(false);
        return new Surroundings(stamp, page.Head, calendar, ledger, ledger is null ? null : (ledger.Subject ?? BookingLedger.Empty).For(claim.Holder, stamp.At))
        {
            Emergencies = await EmergenciesAsync(page.Subject, stamp, isAct, cancellation).ConfigureAwait(false),
        };
    }

    // The subject is read first and the rest after it: a "no" holds only if the subject is still what it was when the rest was read.
    private async ValueTask<bool> HoldsAsync(TId id, Sitting sitting, CancellationToken cancellation) =>
        sitting.Outcome.IsAccepted || await Journal.IsCurrentAsync(StreamOf(id), sitting.Page, cancellation).ConfigureAwait(false);

    /// <summary>Holds new slots, appends, and settles the ledger; null when somebody else was faster.</summary>
    private async ValueTask<Outcome<TSubject, TEvent>?> TakeAsync(TId id, TCommand command, Sitting sitting, CommandId? causation, CancellationToken cancellation)
    {
        var (before, after) = (ClaimOf(id, sitting.Page.Subject), ClaimOf(id, sitting.Outcome.Subject));
        var moves = !after.Slots.Equals(before.Slots);
        var books = after.Slots.Count > 0 && (moves || AsksForSlots(command));
        if (books && sitting.Around.Ledger is { } ledger && !await Office.HoldAsync(LedgerKey.Of(sitting.Around.Calendar!.Id), ledger, after, sitting.Around.Stamp, cancellation).ConfigureAwait(false))
        {
            return null;
        }

        if (!await PrepareAsync(sitting.Around, sitting.Outcome, cancellation).ConfigureAwait(false))
        {
            return null;
        }

        var result = await Journal.AppendAsync(StreamOf(id), sitting.Page, sitting.Around.Stamp, causation, sitting.Outcome.Events, cancellation).ConfigureAwait(false);
        if (result is not Appended)
        {
            return null;
        }

        if (sitting.Around.Calendar is { } calendar && (moves || books))
        {
            await Office.SettleAsync(LedgerKey.Of(calendar.Id), after, sitting.Around.Stamp, cancellation).ConfigureAwait(false);
        }

        return await FinishAsync(sitting.Page.Subject, sitting.Around, sitting.Outcome, cancellation).ConfigureAwait(false);
    }

    private sealed record Sitting(Surroundings Around, Page<TSubject> Page, Outcome<TSubject, TEvent> Outcome);
}
