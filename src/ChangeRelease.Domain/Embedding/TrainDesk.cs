using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application hands in commands on release trains (S-55).</summary>
/// <remarks>
/// A desk holds no state and no rules of its own and is safe for any number of callers at once. When somebody else was faster, the
/// command is decided again on what is there now. A command sent twice takes effect once (S-5). Many clocks meet at a train, and its time does
/// not run backwards: a cut-off that one of them saw is over for all (S-73).
/// <para>
/// When boarding is closed, the desk looks up each passenger in its own stream. One that does not exist is not ready; one whose stream cannot be read
/// is not known, and keeps boarding open.
/// </para>
/// </remarks>
public sealed class TrainDesk
{
    private readonly IEventStore _store;
    private readonly IFactSource _facts;
    private readonly IClock _clock;
    private readonly DeskSettings _settings;
    private readonly Journal<ReleaseTrain, TrainEvent> _journal;
    private readonly Deciding<ReleaseTrain, TrainEvent> _deciding;
    private readonly PassengerOffice _passengers;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where the directory is known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once: the tenant, the change models, the time zones, how often a command is decided again.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TrainDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(settings);
        (_store, _facts, _clock, _settings) = (store, facts, clock, settings);
        _journal = new Journal<ReleaseTrain, TrainEvent>(store, Streams.Trains);
        _deciding = new Deciding<ReleaseTrain, TrainEvent>(_journal, settings.Attempts);
        _passengers = new PassengerOffice(store, settings.Tenant, settings.ChangeModels);
    }

    /// <summary>Does it: decides on a command and appends what happened.</summary>
    /// <param name="train">The train.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="commandId">The command's identity: the same again is the same act (S-5).</param>
    /// <param name="cancellation">Ends the attempt early; what was appended by then stands.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The command opens another train than <paramref name="train"/>.</exception>
    /// <exception cref="InvalidDataException">The train's stream is not a history that this version can read.</exception>
    public async ValueTask<Outcome<ReleaseTrain, TrainEvent>> HandleAsync(
        TrainId train, TrainCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default)
    {
        Check(train, command);
        return await _deciding.DoAsync(StreamOf(train), train, page => DecideAsync(page, command, actor, commandId, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks without doing: the same decision on the same facts, and nothing is written (S-7).</summary>
    /// <param name="train">The train.</param>
    /// <param name="command">What would be attempted.</param>
    /// <param name="actor">Who would attempt it.</param>
    /// <param name="commandId">The identity the command would have.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>What would become of it at the version it names.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The command opens another train than <paramref name="train"/>.</exception>
    /// <exception cref="InvalidDataException">The train's stream is not a history that this version can read.</exception>
    public async ValueTask<Outcome<ReleaseTrain, TrainEvent>> ExplainAsync(
        TrainId train, TrainCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default)
    {
        Check(train, command);
        return await _deciding.AskAsync(StreamOf(train), page => DecideAsync(page, command, actor, commandId, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds a train.</summary>
    /// <param name="train">The train.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The train as it is, or null when it was never opened.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="train"/> is null.</exception>
    /// <exception cref="InvalidDataException">The train's stream is not a history that this version can read.</exception>
    public async ValueTask<ReleaseTrain?> FindAsync(TrainId train, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        return (await _journal.ReadAsync(StreamOf(train), cancellation).ConfigureAwait(false)).Subject;
    }

    /// <summary>Reads what happened to a train, as it is kept: for showing, exporting, and verifying with <see cref="HashChain"/> (S-70).</summary>
    /// <param name="train">The train.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The records, oldest first; none when it was never opened.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="train"/> is null.</exception>
    public IAsyncEnumerable<EventRecord> HistoryAsync(TrainId train, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        return _store.ReadAsync(StreamOf(train), afterVersion: 0, cancellation);
    }

    /// <summary>Looks up whether those aboard a departure may ride, as it stands now: before the cut-off, to see who will be late.</summary>
    /// <param name="train">The train.</param>
    /// <param name="departure">The departure, by its nominal time.</param>
    /// <param name="cancellation">Ends the looking early.</param>
    /// <returns>How each passenger stands, in the order of boarding, without those whose streams cannot be read; none when nobody is aboard, or there is no such train.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="train"/> is null.</exception>
    /// <exception cref="InvalidDataException">The train's stream is not a history that this version can read.</exception>
    public async ValueTask<ValueList<PassengerReadiness>> ReadinessAsync(TrainId train, LocalDateTime departure, CancellationToken cancellation = default)
    {
        var found = await FindAsync(train, cancellation).ConfigureAwait(false);
        return await _passengers.ReadinessAsync(found?.Find(departure), cancellation).ConfigureAwait(false);
    }

    private static void Check(TrainId train, TrainCommand command)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(command);
        if (command is OpenTrain { Id: var opened } && opened != train)
        {
            throw new ArgumentException($"The command opens {opened}, not {train}.", nameof(command));
        }
    }

    private StreamId StreamOf(TrainId train) => Streams.Of(_settings.Tenant, train);

    private async ValueTask<Decided<TrainEvent>> DecideAsync(
        Page<ReleaseTrain> page, TrainCommand command, Actor actor, CommandId commandId, CancellationToken cancellation)
    {
        var stamp = new Stamp(Instant.Max(_clock.GetCurrentInstant(), page.LastAt), actor, commandId);
        var directory = await _facts.DirectoryAsync(cancellation).ConfigureAwait(false);
        var facts = new TrainFacts(stamp, _settings.Zones)
        {
            Roles = directory?.RolesOf(actor),
            Readiness = await _passengers.ReadinessAsync(command.Closing(page.Subject), cancellation).ConfigureAwait(false),
        };
        return new Decided<TrainEvent>(stamp, TrainDecider.Decide(page.Subject, command, facts));
    }
}
