using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace TrainAndHotfix;

/// <summary>A command in somebody's hand, and the desk that it goes to.</summary>
/// <param name="Who">Who hands it in.</param>
/// <param name="About">What it is about.</param>
/// <param name="DoAsync">Hands it in.</param>
internal sealed record Act(Actor Who, string About, Func<Desks, Task<Answer>> DoAsync)
{
    public static Act On(ReleaseId id, Actor who, ReleaseCommand command) => On(id, who, _ => command);

    /// <summary>For commands that name what is there: what votes and tests are about.</summary>
    public static Act On(ReleaseId id, Actor who, Func<Release, ReleaseCommand> command) => new(who, id.Value, async desks =>
    {
        var outcome = await desks.Releases.HandleAsync(id, command((await desks.Releases.FindAsync(id))!), who, desks.Next());
        return Answer.Of(outcome, ReleaseJson.TypeOf, outcome.Subject?.Status.Name);
    });

    public static Act On(ChangeId id, Actor who, ChangeCommand command) => On(id, who, _ => command);

    public static Act On(ChangeId id, Actor who, Func<ChangeRequest, ChangeCommand> command) => new(who, id.Value, async desks =>
    {
        var outcome = await desks.Changes.HandleAsync(id, command((await desks.Changes.FindAsync(id))!), who, desks.Next());
        return Answer.Of(outcome, ChangeJson.TypeOf, outcome.Subject?.Status.Name);
    });

    /// <summary>What a release has to tell a change aboard it: the change's history names what it follows from.</summary>
    public static Act Following(Tiding tiding, Actor who) => new(who, tiding.Change.Value, async desks =>
    {
        var outcome = await desks.Changes.FollowAsync(tiding.Change, tiding.Command, who, desks.Next(), tiding.Causation);
        return Answer.Of(outcome, ChangeJson.TypeOf, outcome.Subject?.Status.Name);
    });

    public static Act On(TrainId id, Actor who, TrainCommand command) => new(who, id.Value, async desks =>
        Answer.Of(await desks.Trains.HandleAsync(id, command, who, desks.Next()), TrainJson.TypeOf, state: null));

    public static Act On(EnvironmentId environment, Actor who, BookingCommand command) => new(who, environment.Value, async desks =>
        Answer.Of(await desks.Bookings.HandleAsync(LedgerKey.Of(environment), command, who, desks.Next()), BookingJson.TypeOf, state: null));
}
