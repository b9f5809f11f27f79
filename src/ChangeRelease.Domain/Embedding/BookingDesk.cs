using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application books slots for holders that are neither changes nor releases, or a planner for what it plans (S-51).</summary>
/// <remarks>
/// A desk holds no state and no rules of its own and is safe for any number of callers at once. When somebody else was faster, the
/// command is decided again on what is there now. A command sent twice takes effect once (S-5). Many clocks meet at a ledger, and its time does
/// not run backwards: what one of them saw expire has expired for all (S-73).
/// </remarks>
public sealed class BookingDesk
{
    private readonly IEventStore _store;
    private readonly IFactSource _facts;
    private readonly IClock _clock;
    private readonly DeskSettings _settings;
    private readonly Journal<BookingLedger, BookingEvent> _journal;
    private readonly Deciding<BookingLedger, BookingEvent> _deciding;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where the calendar and the directory are known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once: the tenant, how long a hold stands, how often a command is decided again.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BookingDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(settings);
        (_store, _facts, _clock, _settings) = (store, facts, clock, settings);
        _journal = new Journal<BookingLedger, BookingEvent>(store, Streams.Bookings);
        _deciding = new Deciding<BookingLedger, BookingEvent>(_journal, settings.Attempts);
    }

    /// <summary>Does it: decides on a command and appends what happened.</summary>
    /// <param name="ledger">Which ledger.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="commandId">The command's identity: the same again is the same act (S-5). That of a hold names the booking.</param>
    /// <param name="cancellation">Ends the attempt early; what was appended by then stands.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">The ledger's stream is not a history that this version can read.</exception>
    public async ValueTask<Outcome<BookingLedger, BookingEvent>> HandleAsync(
        LedgerKey ledger, BookingCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(command);
        return await _deciding.DoAsync(StreamOf(ledger), ledger, page => DecideAsync(ledger, page, command, actor, commandId, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks without doing: the same decision on the same facts, and nothing is written (S-7).</summary>
    /// <param name="ledger">Which ledger.</param>
    /// <param name="command">What would be attempted.</param>
    /// <param name="actor">Who would attempt it.</param>
    /// <param name="commandId">The identity the command would have.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>What would become of it at the version it names.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">The ledger's stream is not a history that this version can read.</exception>
    public async ValueTask<Outcome<BookingLedger, BookingEvent>> ExplainAsync(
        LedgerKey ledger, BookingCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(command);
        return await _deciding.AskAsync(StreamOf(ledger), page => DecideAsync(ledger, page, command, actor, commandId, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds a ledger.</summary>
    /// <param name="ledger">Which one.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The ledger as it is, or null when nothing happened in it yet. Bookings in it count as far as they stand: see <see cref="BookingLedger.Standing"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ledger"/> is null.</exception>
    /// <exception cref="InvalidDataException">The ledger's stream is not a history that this version can read.</exception>
    public async ValueTask<BookingLedger?> FindAsync(LedgerKey ledger, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return (await _journal.ReadAsync(StreamOf(ledger), cancellation).ConfigureAwait(false)).Subject;
    }

    /// <summary>Reads what happened in a ledger, as it is kept: for showing, exporting, and verifying with <see cref="HashChain"/> (S-70).</summary>
    /// <param name="ledger">Which one.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The records, oldest first; none when nothing happened in it yet.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ledger"/> is null.</exception>
    public IAsyncEnumerable<EventRecord> HistoryAsync(LedgerKey ledger, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return _store.ReadAsync(StreamOf(ledger), afterVersion: 0, cancellation);
    }

    private StreamId StreamOf(LedgerKey ledger) => Streams.Of(_settings.Tenant, ledger);

    private async ValueTask<Decided<BookingEvent>> DecideAsync(
        LedgerKey ledger, Page<BookingLedger> page, BookingCommand command, Actor actor, CommandId commandId, CancellationToken cancellation)
    {
        var stamp = new Stamp(Instant.Max(_clock.GetCurrentInstant(), page.LastAt), actor, commandId);
        var calendar = ledger.Calendar is { } id && await _facts.CalendarAsync(cancellation).ConfigureAwait(false) is { } known && known.Id == id ? known : null;
        var directory = await _facts.DirectoryAsync(cancellation).ConfigureAwait(false);
        var facts = new BookingFacts(stamp, ledger, _settings.HoldStands) { Calendar = calendar, Roles = directory?.RolesOf(actor), Tenant = _settings.Tenant };
        return new Decided<BookingEvent>(stamp, BookingDecider.Decide(page.Subject, command, facts));
    }
}
