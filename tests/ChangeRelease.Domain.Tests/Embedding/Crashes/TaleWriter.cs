using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>Writes a tale down, deed by deed, each a minute after the one before unless it says when.</summary>
internal sealed class TaleWriter(Cast cast)
{
    private readonly List<Deed> _deeds = [];
    private Instant _now = cast.Morning;

    public Cast Cast => cast;

    public ValueList<Deed> Written => _deeds.ToValueList();

    public TaleWriter At(Instant now)
    {
        _now = now;
        return this;
    }

    public TaleWriter Change(ChangeId id, Actor actor, ChangeCommand command) => Change(id, actor, _ => command);

    public TaleWriter Change(ChangeId id, Actor actor, Func<ChangeRequest, ChangeCommand> command) =>
        Write(async ports => Errand.Of(id, command((await ports.Changes.FindAsync(id).ConfigureAwait(false))!), actor));

    public TaleWriter Release(Actor actor, ReleaseCommand command) => Release(actor, _ => command);

    public TaleWriter Release(Actor actor, Func<Release, ReleaseCommand> command) =>
        Write(async ports => Errand.Of(cast.Release, command((await ports.Releases.FindAsync(cast.Release).ConfigureAwait(false))!), actor));

    /// <summary>The one change aboard is told something of the release; nothing when it was told that already, and something else is next.</summary>
    public TaleWriter Tell<TCommand>(Actor actor)
        where TCommand : ChangeCommand =>
        Write(async ports => await ports.Releases.TidingsAsync(cast.Release).ConfigureAwait(false) is [{ Command: TCommand } tiding] ? Errand.Of(tiding, actor) : null);

    public TaleWriter Template(Actor actor, TemplateCommand command) => Template(actor, _ => command);

    public TaleWriter Template(Actor actor, Func<ChangeTemplate, TemplateCommand> command) =>
        Write(async ports => Errand.Of(Premises.Restart, command((await ports.Templates.FindAsync(Premises.Restart).ConfigureAwait(false))!), actor));

    public TaleWriter Meeting(Actor actor, MeetingCommand command) => Meeting(actor, _ => Task.FromResult(command));

    public TaleWriter Meeting(Actor actor, Func<Ports, Task<MeetingCommand>> command) =>
        Write(async ports => Errand.Of(cast.Meeting, await command(ports).ConfigureAwait(false), actor));

    public TaleWriter Train(Actor actor, TrainCommand command) => Write(_ => Task.FromResult<Errand?>(Errand.Of(cast.Train, command, actor)));

    public TaleWriter Book(Actor actor, BookingCommand command) => Write(_ => Task.FromResult<Errand?>(Errand.Of(cast.Ledger, command, actor)));

    /// <summary>The identity of the deed that was written last.</summary>
    public CommandId Last => _deeds[^1].Id;

    private TaleWriter Write(Func<Ports, Task<Errand?>> errand)
    {
        _deeds.Add(new Deed(new CommandId(FormattableString.Invariant($"{cast.Prefix}{_deeds.Count}")), _now, async (ports, name) =>
            await errand(ports).ConfigureAwait(false) is { } it ? await it.HandInAsync(ports, name).ConfigureAwait(false) : new Answer(World.StreamOf(cast.One), [], 0, 0)));
        _now += Duration.FromMinutes(1);
        return this;
    }
}
