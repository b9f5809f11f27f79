using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>The people, the documents and the facts that the tests of changes play with.</summary>
internal static class Cast
{
    public static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 8, 0);
    public static readonly Slot Frozen = new(Instant.FromUtc(2026, 11, 20, 0, 0), Instant.FromUtc(2026, 11, 21, 0, 0));
    public static readonly RuleId Audit = new("audit");
    public static readonly Actor Rita = Person("rita");
    public static readonly Actor Ivan = Person("ivan");
    public static readonly Actor Asa = Person("asa");
    public static readonly Actor Otto = Person("otto");
    public static readonly Actor Oscar = Person("oscar");
    public static readonly Actor Petra = Person("petra");
    public static readonly Actor Quinn = Person("quinn");
    public static readonly Actor Rex = Person("rex");
    public static readonly Actor Bot = Actor.Service(new ActorId("bot"), new ActorId("dora"));
    public static readonly RoleId Board = new("cab");
    public static readonly Actor Clara = Person("clara");
    public static readonly RoleId Overriders = new("freeze-overriders");
    public static readonly RoleId Recorders = new("cab-recorders");
    public static readonly Board Cab = new(new BoardId("cab"), Board, Recorders, Threshold.Number(2));
    public static readonly ValueList<Actor> Members = new[] { "anna", "boris", "carla", "dora", "emil", "fred" }.Select(Person).ToValueList();
    public static readonly DirectorySnapshot Directory = Listing(Members.Select(member => member.Id));
    public static readonly DirectorySnapshot NewBoard = Listing([new ActorId("zoe"), new ActorId("yuri")]);
    public static readonly TemplateStanding Template = new(new TemplateId("restart"), 1, true, null, null, [new("payments"), new("ledger")], [new("production")]);
    public static readonly TemplateStanding Lapsed = Template with { IsPublished = false };
    public static readonly EmergencyTerms Terms = new(Grade.High, 3, Duration.FromDays(30), Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(7));
    public static readonly EmergencyTerms RefusingTerms = Terms with { WhenOverdue = OverdueDebtRule.Refuses };
    public static readonly EmergencyStanding Emergency = new(Terms, new KnownIncident(new IncidentId("INC-1"), Grade.Critical), 0, 0);

    public static readonly DependencyStanding Made = new(new ChangeId("CHG-9"), 12, ChangeStates.Closed, IsMade: true, []);

    public static readonly ApprovalPolicy Policy = new(
        new PolicyId("approvals"),
        1,
        [
            new("normal", ApprovalAct.Authorize, Ask.Of(2, Board), Duration.FromDays(14)),
            new("standard", ApprovalAct.Authorize, Ask.Of(1, Board), Duration.FromDays(14)),
            new("emergency", ApprovalAct.Authorize, Ask.Of(2, Board)),
            new("emergency", ApprovalAct.Ratify, Ask.Of(2, Board)),
            new("retrospective", ApprovalAct.Ratify, Ask.Of(1, Board)),
        ]);

    public static readonly ApprovalPolicy BoardPolicy = Policy with
    {
        Rules = Policy.Rules.Select(rule => new ApprovalRule(rule.SubjectClass, rule.Act, Ask.Board(Cab.Id), rule.Validity)).ToValueList(),
    };

    public static readonly ChangeCalendar Calendar = ChangeCalendar.Define(
        new CalendarId("main"),
        1,
        CalendarDefault.OpenByDefault,
        [
            new Freeze(Audit, "audit", "Etc/UTC", Recurrence.Once(Frozen.Start.InUtc().LocalDateTime), RuleLength.For(Frozen.Length), Scope.Everything, "auditors")
            {
                Exempt = [new ChangeClass("emergency")],
                Override = new FreezeOverride(Overriders, Duration.FromHours(1)),
            },
        ],
        DateTimeZoneProviders.Tzdb);

    public static readonly ChangeContent Content = new()
    {
        Title = "Restart payments",
        Justification = "It leaks memory",
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        ImplementationPlan = ChangePlan.Of("drain the queue", "restart"),
        TestPlan = ChangePlan.Of("rehearse", "look at the graph"),
        RemediationPlan = ChangePlan.Of("start the old one"),
        Implementers = [Ivan.Id],
        Effort = new Effort(Duration.FromMinutes(10), Duration.FromMinutes(30), Duration.FromMinutes(20)),
        Incident = new IncidentId("INC-1"),
        Template = Template.Id,
        AcceptableTimes = [new Slot(Opening, Opening + Duration.FromDays(1_000))],
        Deed = new Deed("restarted", Opening - Duration.FromHours(1), Ivan.Id),
    };

    public static readonly ChangeFacts Facts = new(new Stamp(Opening, Rita, new CommandId("none")), ChangeModelCatalog.BuiltIn)
    {
        Calendar = Calendar,
        Bookings = Bookings.None,
        Directory = Directory,
        Policy = Policy,
        Scheme = AssessmentScheme.Plain,
        Template = Template,
        Emergency = Emergency,
        ChainHead = Digest.Of("the latest record"u8),
        Dependencies = [Made],
    };

    public static Actor Person(string name) => Actor.Human(new ActorId(name));

    public static DirectorySnapshot Listing(IEnumerable<ActorId> members) =>
        new("d1", [new Membership(Board, members.ToValueList()), new Membership(Needs.Assessors, [Asa.Id]), new Membership(ProcessOwnerNeeds<ChangeAttempt>.Role, [Otto.Id]), new Membership(Recorders, [Clara.Id]), new Membership(Overriders, [Petra.Id, Quinn.Id, Rita.Id])]) { Boards = [Cab] };
}
