using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using Needs = ChangeRelease.Domain.Releases.Needs;

namespace ChangeRelease.Domain.Tests.Embedding.Places;

/// <summary>The small firm with environments that hold one release at a time: a path by way of test, production in two regions, and a model that asks for places.</summary>
internal sealed class Yard
{
    public static readonly EnvironmentId Test = new("test");
    public static readonly EnvironmentId East = new("east");
    public static readonly EnvironmentId West = new("west");
    public static readonly ReleaseId One = new("REL-1");
    public static readonly ReleaseId Two = new("REL-2");
    public static readonly Actor Sue = World.Person("sue");

    public static readonly ReleaseModel Booking = ReleaseModels.Ordinary.Derive("booking", 1, release => release
        .Require(ReleaseTriggers.Promote, Needs.PlacesFree)
        .Require(ReleaseTriggers.Schedule, Needs.PlacesFree)
        .Require(ReleaseTriggers.Reschedule, Needs.PlacesFree)
        .Require(ReleaseTriggers.StartDeployment, Needs.PlacesBooked)
        .Require(ReleaseTriggers.BeginStage, Needs.PlacesBooked));

    private int _serial;

    public ReleaseModel Model { get; init; } = Booking;

    public World World { get; } = new() { Capacity = 9, FurtherRoles = [new Membership(BookingNeeds.Stewards, [Sue.Id])] };

    public InMemoryEventStore Store { get; init; } = new();

    public static StreamId LedgerOf(EnvironmentId environment) => new(World.Tenant, "environment-bookings", environment.Value);

    public ReleaseDesk Releases(IEventStore? store = null) => new(
        store ?? Store,
        World.Book with { Promotion = new PromotionPath("all", [new PromotionStep(Test)]) },
        World,
        new DeskSettings(World.Tenant) { ReleaseModels = [Model], HoldStands = World.HoldStands });

    public static ChangeContent Work { get; } = World.Work with { Environments = [East, West] };

    public static ReleaseContent Content(ChangeId change) => World.Package with
    {
        Changes = [change],
        Environments = [East, West],
        Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new("east", East, Share.All), new("west", West, Share.All)]),
    };

    public async Task Declare(int capacity, params EnvironmentId[] environments)
    {
        foreach (var environment in environments)
        {
            await Book(environment, new DeclareCapacity(capacity), Sue);
        }
    }

    public async Task Book(EnvironmentId environment, BookingCommand command, Actor actor, string? id = null) =>
        (await new BookingDesk(Store, World.Book, World, new DeskSettings(World.Tenant)).HandleAsync(LedgerKey.Of(environment), command, actor, id is null ? Next() : new CommandId(id))).Refusals.Should().BeEmpty();

    public async Task<Outcome<Release, ReleaseEvent>> Do(ReleaseId id, ReleaseCommand command, Actor actor, IEventStore? store = null, CommandId? commandId = null) =>
        await Releases(store).HandleAsync(id, command, actor, commandId ?? Next()).ConfigureAwait(false);

    public async Task<Release> Must(ReleaseId id, ReleaseCommand command, Actor actor, IEventStore? store = null, CommandId? commandId = null)
    {
        var outcome = await Do(id, command, actor, store, commandId).ConfigureAwait(false);
        outcome.Refusals.Should().BeEmpty("{0} of {1} is accepted", command, id);
        return outcome.Subject!;
    }

    public async Task<IEnumerable<string>> Told(ReleaseId id, ReleaseCommand command, Actor actor) =>
        (await Do(id, command, actor)).Refusals.Select(refusal => refusal.ToString());

    /// <summary>Brings a release to where it may be promoted.</summary>
    public async Task<Digest> Built(ReleaseId id, ChangeId change, ReleaseContent? content = null)
    {
        await Must(id, new OpenRelease(id, content ?? Content(change)), World.Ann);
        await Must(id, new StartReleaseBuild(), World.Ann);
        return (await Must(id, new FinishBuild(World.Built), World.Ann)).Content.Package!.Digest;
    }

    /// <summary>Brings a release to where it may be scheduled.</summary>
    public async Task LetGo(ReleaseId id, ChangeId change)
    {
        await World.Bring(Store, change, Work, World.Bob, World.Cid);
        var package = await Built(id, change);
        await Must(id, new PromoteRelease(Test, package), World.Otto);
        var release = await Must(id, new FinishDeployment(Test, DeploymentOutcome.Succeeded, "run 1"), World.Otto);
        await Must(id, new PassTests(release.Digest, "report"), World.Ann);
        await Must(id, new VoteOnRelease(VoteChoice.Approve, release.Digest), World.Bob);
        await Must(id, new DecideGo(), World.Bob);
    }

    public async Task Aboard(ChangeId change, ReleaseId release) =>
        await World.Must(World.Changes(Store), change, $"aboard-{_serial++}", ScheduleChange.On(release), World.Otto);

    /// <summary>The release is under way: its change begins, and has a permit.</summary>
    public async Task Begun(ChangeId change) => await World.Must(World.Changes(Store), change, $"begun-{_serial++}", new StartChange(), World.Otto);

    /// <summary>What stands in an environment's ledger, a line for each booking.</summary>
    public async Task<IEnumerable<string>> Held(EnvironmentId environment, IEventStore? store = null) =>
        (await Ledger(environment, store ?? Store)).Standing(World.Now).Select(booking => $"{booking.Holder} {booking.Slots}{(booking.IsConfirmed ? string.Empty : " unless it expires")}");

    public static async Task<BookingLedger> Ledger(EnvironmentId environment, IEventStore store) => (await World.Records(store, LedgerOf(environment)))
        .Select(record => BookingJson.ReadEvent(record.Payload.Span))
        .Aggregate(BookingLedger.Empty, BookingLedger.Fold);

    /// <summary>The most holders that ever stood in an environment at one instant, after each of its events.</summary>
    public static async Task<int> MostAtOnce(EnvironmentId environment, IEventStore store)
    {
        var (ledger, most) = (BookingLedger.Empty, 0);
        foreach (var record in await World.Records(store, LedgerOf(environment)))
        {
            ledger = BookingLedger.Fold(ledger, BookingJson.ReadEvent(record.Payload.Span));
            var standing = ledger.Bookings.Where(booking => booking.Stands(record.At)).ToList();
            most = Math.Max(most, standing.SelectMany(booking => booking.Slots).Select(slot => standing.Where(booking => booking.Slots.Any(other => other.Contains(slot.Start))).DistinctBy(booking => booking.Holder).Count()).DefaultIfEmpty().Max());
        }

        return most;
    }

    private CommandId Next() => new(FormattableString.Invariant($"y{_serial++}"));
}
