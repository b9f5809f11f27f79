using System.Text;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>The people, the documents and the facts that the tests of releases play with.</summary>
internal static class Crew
{
    public static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 8, 0);
    public static readonly Slot Frozen = new(Instant.FromUtc(2026, 11, 20, 0, 0), Instant.FromUtc(2026, 11, 21, 0, 0));
    public static readonly Actor Olga = Person("olga");
    public static readonly Actor Ed = Person("ed");
    public static readonly Actor Oscar = Person("oscar");
    public static readonly Actor Bot = Actor.Service(new ActorId("bot"), new ActorId("anna"));
    public static readonly RoleId Board = new("release-board");
    public static readonly ValueList<Actor> Members = new[] { "anna", "boris", "carla", "dora", "emil", "fred" }.Select(Person).ToValueList();
    public static readonly ValueList<ChangeId> Carried = [new("CHG-1"), new("CHG-2")];
    public static readonly ValueList<Clearance> Cleared = Carried.Select(change => new Clearance(change, "Scheduled", true, Digest.Of(Encoding.UTF8.GetBytes(change.Value)))).ToValueList();
    public static readonly ValueList<Clearance> OneShort = [Cleared[0], Cleared[1] with { Status = "Approved", IsCleared = false }];
    public static readonly Actor Greta = Person("greta");
    public static readonly Actor Paul = Person("paul");
    public static readonly Board Gate = new(new BoardId("go-board"), Board, new RoleId("go-recorders"), Threshold.Number(2));
    public static readonly DirectorySnapshot Directory = new("d1", [new Membership(Board, Members.Select(member => member.Id).Append(Olga.Id).Append(Ed.Id).ToValueList()), new Membership(Gate.Recorders, [Greta.Id]), new Membership(ProcessOwnerNeeds<ReleaseAttempt>.Role, [Paul.Id])]) { Boards = [Gate] };
    public static readonly DirectorySnapshot Strangers = new("d2", [new Membership(Board, [new ActorId("zoe")])]);
    public static readonly ApprovalPolicy Policy = new(new PolicyId("go"), 1, [new("minor", ApprovalAct.Authorize, Ask.Of(2, Board), Duration.FromDays(14))]);
    public static readonly ApprovalPolicy BoardPolicy = Policy with { Rules = [new("minor", ApprovalAct.Authorize, Ask.Board(Gate.Id), Duration.FromDays(14))] };

    public static readonly ChangeCalendar Calendar = ChangeCalendar.Define(
        new CalendarId("main"),
        1,
        CalendarDefault.OpenByDefault,
        [new Freeze(new RuleId("audit"), "audit", "Etc/UTC", Recurrence.Once(Frozen.Start.InUtc().LocalDateTime), RuleLength.For(Frozen.Length), Scope.Everything, "auditors")],
        DateTimeZoneProviders.Tzdb);

    public static readonly EnvironmentId Production = new("production");
    public static readonly ActiveVersion Good = new(Production, SemanticVersion.Parse("2.3.9"), Digest.Of("2.3.9"u8));

    public static readonly EnvironmentId Staging = new("staging");
    public static readonly PromotionPath Path = new("ordinary", [new(Staging) { Gates = [Domain.Releases.Gate.Tests("smoke")], Soak = Duration.FromMinutes(5) }]);

    public static readonly RolloutPlan Canary = new(RolloutStrategy.Canary,
    [
        new("canary", Production, Share.Percent(5)) { Bake = Duration.FromMinutes(10), Gates = [Domain.Releases.Gate.Analysis("error rate")] },
        new("half", Production, Share.Percent(50)) { Gates = [Domain.Releases.Gate.ErrorBudget("error budget", Share.Percent(20))] },
        new("all", Production, Share.All),
    ])
    {
        RollbackWindow = Duration.FromHours(4),
    };

    public static readonly ReleaseContent Content = new()
    {
        Title = "Autumn",
        Version = SemanticVersion.Parse("2.4.0"),
        Changes = Carried,
        Services = [new ServiceId("payments")],
        Environments = [Production],
        Rollout = Canary,
        Criteria = [new(CriterionPoint.Acceptance, Domain.Releases.Gate.Analysis("complaints"))],
        RemediationPlan = "put 2.3.9 back",
        Effort = new Effort(Duration.FromMinutes(10), Duration.FromMinutes(30), Duration.FromMinutes(20)),
    };

    public static readonly ReleaseFacts Facts = new(new Stamp(Opening, Olga, new CommandId("none")), [ReleaseModels.Ordinary])
    {
        Calendar = Calendar,
        Bookings = Bookings.None,
        Directory = Directory,
        Policy = Policy,
        Clearances = Cleared,
        Active = [Good],
        Promotion = PromotionPath.Direct,
    };

    public static Package Built(string bytes, Instant at) =>
        new([new Artifact("app", Digest.Of(Encoding.UTF8.GetBytes(bytes)))], new Provenance(new ActorId("builder"), "9b1c07e", at, "pipeline 4"));

    public static Actor Person(string name) => Actor.Human(new ActorId(name));
}
