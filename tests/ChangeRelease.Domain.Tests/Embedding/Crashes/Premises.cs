using System.Collections.Concurrent;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Boards;
using ChangeRelease.Domain.Tests.Embedding.Places;
using ChangeRelease.Domain.Tests.Embedding.Templates;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>A firm with a desk of every kind: who there is, what they know, what time it is. Desks are opened anew for every command.</summary>
internal sealed class Premises : IClock
{
    public static readonly TemplateId Restart = new("restart");
    public static readonly Actor Otto = World.Otto;
    public static readonly Actor Rita = World.Person("rita");
    public static readonly Actor Petra = World.Person("petra");
    public static readonly Actor Quinn = World.Person("quinn");

    /// <summary>A normal change on which a board decides.</summary>
    public static readonly ChangeModel Decided = ChangeModels.Normal.Derive("board-decided", 1, _ => { });

    private static readonly RoleId Cab = new("cab");
    private static readonly ChangeModelCatalog Models = new([.. ChangeModelCatalog.BuiltIn.All, Decided]);
    private static readonly ConcurrentDictionary<int, FactBook> Books = [];
    private static readonly ValueList<Actor> Members = [World.Ann, World.Bob, World.Cid, World.Eve];

    public Instant Now { get; set; } = World.Opening;

    /// <summary>How many may be at work in one night.</summary>
    public int Capacity { get; init; } = 1;

    public Duration HoldStands { get; init; } = Duration.FromMinutes(5);

    public static StreamId Nights { get; } = World.Ledger(World.Tenant);

    public static StreamId Emergencies { get; } = new(World.Tenant, "emergencies", "ledger");

    public static StreamId Template { get; } = new(World.Tenant, "template", Restart.Value);

    public static TemplateContent Restarting(int? uses = null) => Firm.Content with { Validity = Duration.FromDays(3_650), MaximumUses = uses };

    public Instant GetCurrentInstant() => Now;

    public Ports Over(IEventStore store) => new(store, Book, this, Settings);

    private DeskSettings Settings => field ??= new(World.Tenant)
    {
        HoldStands = HoldStands,
        Attempts = 50,
        ChangeModels = Models,
        ReleaseModels = [Yard.Booking],
    };

    // A calendar is compiled once, however often the premises are opened.
    private FactBook Book => field ??= Books.GetOrAdd(Capacity, Known);

    private static FactBook Known(int capacity) => new()
    {
        Calendar = ChangeCalendar.Define(
            new CalendarId("nights"), 1, CalendarDefault.ClosedByDefault,
            [new Window(new RuleId("night"), "Night", "Etc/UTC", Recurrence.Weekly(new LocalTime(22, 0), Enum.GetValues<IsoDayOfWeek>().AsSpan(1)), RuleLength.Until(new LocalTime(6, 0)), Scope.Everything) { Capacity = capacity }],
            DateTimeZoneProviders.Tzdb),
        Directory = new DirectorySnapshot(
            "1",
            [
                new Membership(Cab, Members.Select(member => member.Id).ToValueList()),
                new Membership(Chamber.Cab.Recorders, [Chamber.Chair.Id, Chamber.Secretary.Id]),
                new Membership(Domain.Changes.Needs.Assessors, [World.Dan.Id]),
                new Membership(ProcessOwnerNeeds<TemplateAttempt>.Role, [Otto.Id]),
                new Membership(BookingNeeds.Stewards, [Yard.Sue.Id]),
                new Membership(TrainNeeds.Conductors, [World.Cid.Id]),
            ])
        {
            Boards = [Chamber.Cab],
        },
        Policy = new ApprovalPolicy(
            new PolicyId("p"), 1,
            [
                new ApprovalRule(TemplateAttempt.SubjectClass, ApprovalAct.Authorize, Ask.Of(2, Cab)),
                new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(2, Cab)),
                new ApprovalRule("minor", ApprovalAct.Authorize, Ask.Of(1, Cab)),
                new ApprovalRule(Decided.Id, ApprovalAct.Authorize, Ask.Board(Chamber.Cab.Id)),
                new ApprovalRule("emergency", ApprovalAct.Authorize, Ask.Of(2, Cab)),
                new ApprovalRule("emergency", ApprovalAct.Ratify, Ask.Of(2, Cab)),
            ]),
        Scheme = AssessmentScheme.Plain,
        Emergencies = new EmergencyTerms(Grade.High, 100_000, Duration.FromDays(30), Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(7)),
        Incidents = [new KnownIncident(new IncidentId("INC-1"), Grade.Critical)],
    };
}
