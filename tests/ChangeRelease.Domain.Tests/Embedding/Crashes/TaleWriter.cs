using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>Writes a tale down, errand by errand, each a minute after the one before unless it says when.</summary>
internal sealed class TaleWriter(Cast cast)
{
    private readonly List<Errand> _errands = [];
    private Instant _now = cast.Morning;

    public Cast Cast => cast;

    public ValueList<Errand> Written => _errands.ToValueList();

    public TaleWriter At(Instant now)
    {
        _now = now;
        return this;
    }

    public TaleWriter Change(ChangeId id, Actor actor, ChangeCommand command) => Change(id, actor, _ => command);

    public TaleWriter Change(ChangeId id, Actor actor, Func<ChangeRequest, ChangeCommand> command) => Write(async (premises, store, name) =>
    {
        var desk = premises.Changes(store);
        return From(World.StreamOf(id), await desk.HandleAsync(id, command((await desk.FindAsync(id).ConfigureAwait(false))!), actor, name).ConfigureAwait(false));
    });

    public TaleWriter Release(Actor actor, ReleaseCommand command) => Release(actor, _ => command);

    public TaleWriter Release(Actor actor, Func<Release, ReleaseCommand> command) => Write(async (premises, store, name) =>
    {
        var desk = premises.Releases(store);
        return From(World.StreamOf(cast.Release), await desk.HandleAsync(cast.Release, command((await desk.FindAsync(cast.Release).ConfigureAwait(false))!), actor, name).ConfigureAwait(false));
    });

    /// <summary>The one change aboard is told something of the release; nothing when it was told that already, and something else is next.</summary>
    public TaleWriter Tell<TCommand>(Actor actor)
        where TCommand : ChangeCommand => Write(async (premises, store, name) =>
    {
        var tidings = await premises.Releases(store).TidingsAsync(cast.Release).ConfigureAwait(false);
        return tidings is [{ Command: TCommand } tiding]
            ? From(World.StreamOf(tiding.Change), await premises.Changes(store).FollowAsync(tiding.Change, tiding.Command, actor, name, tiding.Causation).ConfigureAwait(false))
            : new Told(World.StreamOf(cast.One), [], 0, 0);
    });

    public TaleWriter Template(Actor actor, TemplateCommand command) => Template(actor, _ => command);

    public TaleWriter Template(Actor actor, Func<ChangeTemplate, TemplateCommand> command) => Write(async (premises, store, name) =>
    {
        var desk = premises.Templates(store);
        return From(Premises.Template, await desk.HandleAsync(Premises.Restart, command((await desk.FindAsync(Premises.Restart).ConfigureAwait(false))!), actor, name).ConfigureAwait(false));
    });

    public TaleWriter Meeting(Actor actor, MeetingCommand command) => Meeting(actor, (_, _) => Task.FromResult(command));

    public TaleWriter Meeting(Actor actor, Func<Premises, IEventStore, Task<MeetingCommand>> command) => Write(async (premises, store, name) =>
        From(cast.MeetingStream, await premises.Meetings(store).HandleAsync(cast.Meeting, await command(premises, store).ConfigureAwait(false), actor, name).ConfigureAwait(false)));

    public TaleWriter Train(Actor actor, TrainCommand command) => Write(async (premises, store, name) =>
        From(cast.TrainStream, await premises.Trains(store).HandleAsync(cast.Train, command, actor, name).ConfigureAwait(false)));

    public TaleWriter Book(Actor actor, BookingCommand command) => Write(async (premises, store, name) =>
        From(cast.LedgerStream, await premises.Bookings(store).HandleAsync(cast.Ledger, command, actor, name).ConfigureAwait(false)));

    /// <summary>The identity of the errand that was written last.</summary>
    public CommandId Last => _errands[^1].Id;

    private TaleWriter Write(Func<Premises, IEventStore, CommandId, Task<Told>> send)
    {
        _errands.Add(new Errand(new CommandId(FormattableString.Invariant($"{cast.Prefix}{_errands.Count}")), _now, send));
        _now += Duration.FromMinutes(1);
        return this;
    }

    private static Told From<TSubject, TEvent>(StreamId stream, Outcome<TSubject, TEvent> outcome)
        where TSubject : class => new(stream, outcome.Refusals, outcome.Version, outcome.Events.Count);
}
