using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A command on its way to the desk that it is for, whatever the desk stands over.</summary>
/// <param name="Room">Whose desk it is.</param>
/// <param name="Stream">Where what it does is kept.</param>
/// <param name="Command">What is asked for.</param>
/// <param name="Actor">Who asks.</param>
internal abstract record Errand(string Room, StreamId Stream, object Command, Actor Actor)
{
    public static Errand Of(ChangeId id, ChangeCommand command, Actor actor) =>
        Of("change", StreamNames.Of(World.Tenant, id), command, actor, (ports, it, by, name, cancellation) => ports.Changes.HandleAsync(id, it, by, name, cancellation));

    public static Errand Of(ReleaseId id, ReleaseCommand command, Actor actor) =>
        Of("release", StreamNames.Of(World.Tenant, id), command, actor, (ports, it, by, name, cancellation) => ports.Releases.HandleAsync(id, it, by, name, cancellation));

    public static Errand Of(TemplateId id, TemplateCommand command, Actor actor) =>
        Of("template", StreamNames.Of(World.Tenant, id), command, actor, (ports, it, by, name, cancellation) => ports.Templates.HandleAsync(id, it, by, name, cancellation));

    public static Errand Of(MeetingId id, MeetingCommand command, Actor actor) =>
        Of("meeting", StreamNames.Of(World.Tenant, id), command, actor, (ports, it, by, name, cancellation) => ports.Meetings.HandleAsync(id, it, by, name, cancellation));

    public static Errand Of(LedgerKey id, BookingCommand command, Actor actor) =>
        Of("booking", StreamNames.Of(World.Tenant, id), command, actor, (ports, it, by, name, cancellation) => ports.Bookings.HandleAsync(id, it, by, name, cancellation));

    public static Errand Of(TrainId id, TrainCommand command, Actor actor) =>
        Of("train", StreamNames.Of(World.Tenant, id), command, actor, (ports, it, by, name, cancellation) => ports.Trains.HandleAsync(id, it, by, name, cancellation));

    /// <summary>What the release that carries it has to tell a change.</summary>
    public static Errand Of(Tiding tiding, Actor actor) =>
        Of("change", StreamNames.Of(World.Tenant, tiding.Change), tiding.Command, actor, (ports, it, by, name, cancellation) => ports.Changes.FollowAsync(tiding.Change, it, by, name, tiding.Causation, cancellation));

    /// <summary>Hands it in.</summary>
    public abstract Task<Answer> HandInAsync(Ports ports, CommandId name, CancellationToken cancellation = default);

    public override string ToString() => $"{Command} by {Actor}";

    private static Errand<TCommand> Of<TCommand, TSubject, TEvent>(
        string room, StreamId stream, TCommand command, Actor actor, Func<Ports, TCommand, Actor, CommandId, CancellationToken, ValueTask<Outcome<TSubject, TEvent>>> hand)
        where TCommand : notnull
        where TSubject : class => new(room, stream, command, actor, async (ports, it, by, name, cancellation) =>
        Answer.Of(stream, await hand(ports, it, by, name, cancellation).ConfigureAwait(false)));
}

/// <summary>A command of one room.</summary>
internal sealed record Errand<TCommand>(
    string Room, StreamId Stream, TCommand Said, Actor Actor, Func<Ports, TCommand, Actor, CommandId, CancellationToken, Task<Answer>> Hand) : Errand(Room, Stream, Said, Actor)
    where TCommand : notnull
{
    public override Task<Answer> HandInAsync(Ports ports, CommandId name, CancellationToken cancellation = default) => Hand(ports, Said, Actor, name, cancellation);

    public override string ToString() => base.ToString();
}
