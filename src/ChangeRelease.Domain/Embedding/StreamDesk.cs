using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A desk whose commands write to one stream each, and to nothing else: reads it, decides, appends, and decides again when somebody else was faster.</summary>
/// <remarks>
/// It holds no state and no rules of its own and is safe for any number of callers at once. A command sent twice takes effect once (S-5). Many clocks meet at a
/// stream, and its time does not run backwards: what one of them saw pass is past for all (S-73).
/// </remarks>
/// <typeparam name="TKey">What subjects are named by.</typeparam>
/// <typeparam name="TSubject">The ledger or train.</typeparam>
/// <typeparam name="TCommand">What can be attempted on it.</typeparam>
/// <typeparam name="TEvent">What happens to it.</typeparam>
public abstract class StreamDesk<TKey, TSubject, TCommand, TEvent>
    where TKey : class
    where TSubject : class
{
    private readonly IEventStore _store;
    private readonly IClock _clock;
    private readonly Journal<TSubject, TEvent> _journal;
    private readonly AttemptBook<TCommand> _book;

    private protected StreamDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings, Codec<TSubject, TEvent> codec, Func<TCommand, byte[]> write)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(settings);
        (_store, Facts, _clock, Settings) = (store, facts, clock, settings);
        _journal = new Journal<TSubject, TEvent>(store, codec);
        _book = new AttemptBook<TCommand>(settings.AttemptLog, write);
    }

    private protected IFactSource Facts { get; }

    private protected DeskSettings Settings { get; }

    /// <summary>Does it: decides on a command and appends what happened.</summary>
    /// <param name="key">The subject.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="commandId">The command's identity: the same again is the same act (S-5). That of a hold names the booking.</param>
    /// <param name="cancellation">Ends the attempt early; what was appended by then stands.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The command opens another subject than <paramref name="key"/>.</exception>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public async ValueTask<Outcome<TSubject, TEvent>> HandleAsync(
        TKey key, TCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default)
    {
        Check(key, command);
        Sitting? sitting = null;
        var stands = false;
        for (var attempt = 0; !stands && attempt < Settings.Attempts; attempt++)
        {
            sitting = await SitAsync(key, command, actor, commandId, cancellation).ConfigureAwait(false);
            stands = sitting.Decision.Events.Count > 0
                ? await _journal.AppendAsync(StreamOf(key), sitting.Page, sitting.Stamp, null, sitting.Decision.Events, cancellation).ConfigureAwait(false) is Appended
                : await HoldsAsync(key, sitting, cancellation).ConfigureAwait(false);
        }

        var outcome = stands ? sitting!.Done(_journal) : sitting!.Seen with { Decision = Decision.Refuse<TEvent>(DeskRefusals.Contended(key)) };
        await _book.NoteAsync(new Attempt<TCommand>(StreamOf(key), outcome.Version, sitting.Stamp, null, command), outcome.Refusals, cancellation).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Does many things to one subject, one after the other: each by its own requirements, and one that is refused keeps no other back (S-1).</summary>
    /// <remarks>When it is ended early, or an exception ends it, hand in the same again to go on: what was done is not done twice.</remarks>
    /// <param name="key">The subject.</param>
    /// <param name="commands">What is attempted, each with its identity; they are read as the answers are.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="progress">Is told how many were decided on, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends it early; what was appended by then stands.</param>
    /// <returns>For each command what became of it, in the order of <paramref name="commands"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="commands"/> is null.</exception>
    /// <exception cref="ArgumentException">A command opens another subject than <paramref name="key"/>.</exception>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(CommandId Id, Outcome<TSubject, TEvent> Outcome)> HandleEachAsync(
        TKey key, IEnumerable<(CommandId Id, TCommand Command)> commands, Actor actor, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return Bulk.EachAsync(commands, each => each.Id, (each, ending) => HandleAsync(key, each.Command, actor, each.Id, ending), progress, cancellation);
    }

    /// <summary>Asks without doing: the same decision on the same facts, and nothing is written (S-7).</summary>
    /// <param name="key">The subject.</param>
    /// <param name="command">What would be attempted.</param>
    /// <param name="actor">Who would attempt it.</param>
    /// <param name="commandId">The identity the command would have.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>What would become of it at the version it names.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The command opens another subject than <paramref name="key"/>.</exception>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public async ValueTask<Outcome<TSubject, TEvent>> ExplainAsync(
        TKey key, TCommand command, Actor actor, CommandId commandId, CancellationToken cancellation = default)
    {
        Check(key, command);
        Sitting sitting;
        var attempt = 0;
        do
        {
            sitting = await SitAsync(key, command, actor, commandId, cancellation).ConfigureAwait(false);
        }
        while (!await HoldsAsync(key, sitting, cancellation).ConfigureAwait(false) && ++attempt < Settings.Attempts);

        return sitting.Seen;
    }

    /// <summary>Finds a subject.</summary>
    /// <param name="key">The subject.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The subject as it is, or null when nothing happened to it yet.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public async ValueTask<TSubject?> FindAsync(TKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return (await _journal.ReadAsync(StreamOf(key), cancellation).ConfigureAwait(false)).Subject;
    }

    /// <summary>Reads what happened to a subject, as it is kept: for showing, exporting, and verifying with <see cref="HashChain"/> (S-70).</summary>
    /// <param name="key">The subject.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The records, oldest first; none when nothing happened to it yet.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public IAsyncEnumerable<EventRecord> HistoryAsync(TKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _store.ReadAsync(StreamOf(key), afterVersion: 0, cancellation);
    }

    private protected abstract StreamId StreamOf(TKey key);

    /// <summary>The subject that a command opens; null when it opens none.</summary>
    private protected virtual TKey? Opened(TCommand command) => null;

    private protected abstract ValueTask<Decision<TEvent>> DecideAsync(TKey key, TSubject? subject, TCommand command, Stamp stamp, CancellationToken cancellation);

    private void Check(TKey key, TCommand command)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(command);
        if (Opened(command) is { } opened && !opened.Equals(key))
        {
            throw new ArgumentException($"The command opens {opened}, not {key}.", nameof(command));
        }
    }

    private async ValueTask<Sitting> SitAsync(TKey key, TCommand command, Actor actor, CommandId commandId, CancellationToken cancellation)
    {
        var page = await _journal.ReadAsync(StreamOf(key), cancellation).ConfigureAwait(false);
        var stamp = new Stamp(Instant.Max(_clock.GetCurrentInstant(), page.LastAt), actor, commandId);
        return new Sitting(page, stamp, await DecideAsync(key, page.Subject, command, stamp, cancellation).ConfigureAwait(false));
    }

    // The stream is read first and the facts after it: a "no" holds only if the stream is still what it was when the rest was read.
    private async ValueTask<bool> HoldsAsync(TKey key, Sitting sitting, CancellationToken cancellation) =>
        sitting.Decision.IsAccepted || await _journal.IsCurrentAsync(StreamOf(key), sitting.Page, cancellation).ConfigureAwait(false);

    private sealed record Sitting(Page<TSubject> Page, Stamp Stamp, Decision<TEvent> Decision)
    {
        public Outcome<TSubject, TEvent> Seen => new(Decision, Page.Subject, Page.Version);

        public Outcome<TSubject, TEvent> Done(Journal<TSubject, TEvent> journal) =>
            new(Decision, journal.Fold(Page.Subject, Decision.Events), Page.Version + Decision.Events.Count);
    }
}
