using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A small firm with one calendar: who there is, what they know, what time it is, and their desks over any store.</summary>
internal sealed class World : IClock
{
    public static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 9, 0);
    public static readonly TenantId Tenant = new("acme");
    public static readonly Actor Ann = Person("ann");
    public static readonly Actor Bob = Person("bob");
    public static readonly Actor Cid = Person("cid");
    public static readonly Actor Eve = Person("eve");
    public static readonly Actor Dan = Person("dan");
    public static readonly Actor Otto = Person("otto");
    public static readonly ChangeId One = new("CHG-1");
    public static readonly ChangeId Two = new("CHG-2");
    public static readonly ReleaseId Train = new("REL-1");
    public static readonly ValueList<string> Rollout = ["canary", "all"];

    private static readonly RoleId Cab = new("cab");

    public Instant Now { get; set; } = Opening;

    public int Capacity { get; init; } = 1;

    public TenantId Of { get; init; } = Tenant;

    public ChangeModelCatalog Models { get; init; } = ChangeModelCatalog.BuiltIn;

    public ValueList<Membership> FurtherRoles { get; init; } = [];

    public Duration HoldStands { get; init; } = Duration.FromMinutes(5);

    public IAttemptLog? AttemptLog { get; init; }

    public bool TellsChanges { get; init; }

    public static ChangeContent Work { get; } = new()
    {
        Title = "Raise the pool",
        Justification = "It runs dry",
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        ImplementationPlan = ChangePlan.Of("Do"),
        TestPlan = ChangePlan.Of("Try"),
        RemediationPlan = ChangePlan.Of("Undo"),
        Effort = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.FromMinutes(10)),
    };

    public static ReleaseContent Package { get; } = new()
    {
        Title = "Autumn",
        Version = SemanticVersion.Parse("2.4.0"),
        Changes = [One],
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        Rollout = new RolloutPlan(RolloutStrategy.Canary, [new(Rollout[0], new EnvironmentId("production"), Share.Percent(5)) { Gates = [Gate.Tests("smoke")] }, new(Rollout[1], new EnvironmentId("production"), Share.All)]),
        RemediationPlan = "put 2.3.9 back",
        Effort = new Effort(Duration.Zero, Duration.FromHours(1), Duration.FromMinutes(10)),
    };

    public static Package Built { get; } = new([new Artifact("app", Digest.Of("app"u8))], new Provenance(new ActorId("builder"), "9b1c07e", Instant.FromUtc(2026, 11, 1, 0, 0), "pipeline 4"));

    /// <summary>Two hours from 22:00 on, in the night after so many days; every night has its own window.</summary>
    public static Slot Night(int days, int minutes = 0) => new(
        Instant.FromUtc(2026, 11, 2, 22, 0) + Duration.FromDays(days) + Duration.FromMinutes(minutes),
        Instant.FromUtc(2026, 11, 3, 0, 0) + Duration.FromDays(days) + Duration.FromMinutes(minutes));

    public static StreamId StreamOf(ChangeId id) => new(Tenant, "change", id.Value);

    public static StreamId StreamOf(ReleaseId id) => new(Tenant, "release", id.Value);

    public static StreamId Ledger(TenantId tenant) => new(tenant, "bookings", "nights");

    public static Actor Person(string name) => Actor.Human(new ActorId(name));

    public static async Task<List<EventRecord>> Records(IEventStore store, StreamId stream)
    {
        var records = new List<EventRecord>();
        await foreach (var record in store.ReadAsync(stream, 0, default))
        {
            records.Add(record);
        }

        return records;
    }

    public static async Task<BookingLedger> LedgerIn(IEventStore store, TenantId? tenant = null) => (await Records(store, Ledger(tenant ?? Tenant)))
        .Select(record => BookingJson.ReadEvent(record.Payload.Span))
        .Aggregate(BookingLedger.Empty, BookingLedger.Fold);

    public static async Task<bool> AreIntact(IEventStore store)
    {
        foreach (var stream in (StreamId[])[StreamOf(One), StreamOf(Two), StreamOf(Train), Ledger(Tenant)])
        {
            if (!HashChain.Verify(stream, await Records(store, stream)).IsIntact)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The most different holders that ever stood in one night at once.</summary>
    public static async Task<int> MostHolders(IEventStore store)
    {
        var (ledger, most) = (BookingLedger.Empty, 0);
        foreach (var record in await Records(store, Ledger(Tenant)))
        {
            ledger = BookingLedger.Fold(ledger, BookingJson.ReadEvent(record.Payload.Span));
            most = Math.Max(most, Enumerable.Range(0, 4).Max(night => ledger.Bookings
                .Where(booking => booking.Stands(record.At) && booking.Slots.Any(Night(night).Overlaps)).Select(booking => booking.Holder).Distinct().Count()));
        }

        return most;
    }

    public Instant GetCurrentInstant() => Now;

    public ChangeDesk Changes(IEventStore store) => new(store, Book, this, Settings);

    public ReleaseDesk Releases(IEventStore store) => new(store, Book, this, Settings);

    public PlanningDesk Planning(IEventStore store) => new(store, Book, this, Settings);

    public TrainDesk Trains(IEventStore store) => new(store, Book, this, Settings);

    /// <summary>Brings a change to where it waits for votes, or, with voters, to Approved.</summary>
    public Task<ChangeRequest> Bring(IEventStore store, ChangeId id, params Actor[] voters) => Bring(store, id, Work, voters);

    /// <summary>The same, for a change that says something else.</summary>
    public async Task<ChangeRequest> Bring(IEventStore store, ChangeId id, ChangeContent content, params Actor[] voters)
    {
        var desk = Changes(store);
        await Must(desk, id, "open", new OpenChange(id, "normal", content), Ann);
        await Must(desk, id, "submit", new SubmitChange(), Ann);
        var change = await Must(desk, id, "assess", new AssessChange(Grade.Low, Grade.Low, "small", [new Slot(Opening, Opening + Duration.FromDays(60))]), Dan);
        foreach (var voter in voters)
        {
            change = await Must(desk, id, $"vote-{voter.Id}", new VoteOnChange(VoteChoice.Approve, change.Digest), voter);
        }

        return voters.Length < 2 ? change : await Must(desk, id, "authorize", new AuthorizeChange(), Bob);
    }

    public async Task<ChangeRequest> Schedule(IEventStore store, ChangeId id, Slot slot, string command = "schedule") =>
        await Must(Changes(store), id, command, new ScheduleChange(slot), Otto);

    /// <summary>Brings a release, and not what it carries, to where it waits for its go with the vote that it needs, or to Approved.</summary>
    public async Task<Release> Bring(IEventStore store, ReleaseId id, ReleaseContent content, bool isLetGo = true)
    {
        var desk = Releases(store);
        await Must(desk, id, "open", new OpenRelease(id, content), Ann);
        await Must(desk, id, "build", new StartReleaseBuild(), Ann);
        var built = await Must(desk, id, "built", new FinishBuild(Built), Ann);
        await Must(desk, id, "test", new PassTests(built.Digest, "report"), Ann);
        var release = await Must(desk, id, "vote", new VoteOnRelease(VoteChoice.Approve, built.Digest), Bob);
        return isLetGo ? await Must(desk, id, "go", new DecideGo(), Bob) : release;
    }

    public static async Task<TSubject> Must<TId, TSubject, TCommand, TEvent>(Desk<TId, TSubject, TCommand, TEvent> desk, TId id, string command, TCommand what, Actor actor)
        where TId : Identifier
        where TSubject : class
    {
        var outcome = await desk.HandleAsync(id, what, actor, new CommandId(command));
        outcome.Refusals.Should().BeEmpty($"{what} is accepted");
        return outcome.Subject!;
    }

    private DeskSettings Settings => new(Of) { HoldStands = HoldStands, ChangeModels = Models, AttemptLog = AttemptLog, TellsChanges = TellsChanges };

    public FactBook Book => field ??= new FactBook()
    {
        Calendar = ChangeCalendar.Define(
            new CalendarId("nights"), 1, CalendarDefault.ClosedByDefault,
            [new Window(new RuleId("night"), "Night", "Etc/UTC", Recurrence.Weekly(new LocalTime(22, 0), Enum.GetValues<IsoDayOfWeek>().AsSpan(1)), RuleLength.Until(new LocalTime(6, 0)), Scope.Everything) { Capacity = Capacity }],
            DateTimeZoneProviders.Tzdb),
        Directory = new DirectorySnapshot("1", [new Membership(Cab, [Ann.Id, Bob.Id, Cid.Id, Eve.Id]), new Membership(Domain.Changes.Needs.Assessors, [Dan.Id]), .. FurtherRoles]),
        Policy = new ApprovalPolicy(
            new PolicyId("p"), 1,
            [new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(2, Cab)), new ApprovalRule("minor", ApprovalAct.Authorize, Ask.Of(1, Cab))]),
        Scheme = AssessmentScheme.Plain,
    };
}
