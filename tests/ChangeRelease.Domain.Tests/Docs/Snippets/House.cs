using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>What the first guide sets up, for the pages that begin after it.</summary>
internal static class House
{
    private static readonly RoleId Cab = new("cab");
    private static readonly EnvironmentId Production = new("production");

    public static Actor Ann { get; } = Actor.Human(new ActorId("ann"));

    public static Actor Bob { get; } = Actor.Human(new ActorId("bob"));

    public static Actor Cid { get; } = Actor.Human(new ActorId("cid"));

    public static Actor Dan { get; } = Actor.Human(new ActorId("dan"));

    public static Actor Dora { get; } = Actor.Human(new ActorId("dora"));

    public static Actor Otto { get; } = Actor.Human(new ActorId("otto"));

    public static Slot November { get; } = new(Instant.FromUtc(2026, 11, 2, 0, 0), Instant.FromUtc(2026, 12, 1, 0, 0));

    public static DirectorySnapshot Directory { get; } = new("2026-11-01", [
        new Membership(Cab, [Bob.Id, Cid.Id]),
        new Membership(Needs.Assessors, [Dan.Id]),
        new Membership(ProcessOwnerNeeds<ChangeAttempt>.Role, [Otto.Id])]);

    public static FactBook Facts { get; } = new()
    {
        Calendar = ChangeCalendar.Define(
            new CalendarId("main"), version: 1, CalendarDefault.ClosedByDefault,
            [
                new Window(
                    new RuleId("evenings"), "Evenings", "Europe/London",
                    Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday),
                    RuleLength.Until(new LocalTime(23, 0)),
                    Scope.Environment(Production)) { Capacity = 2 },
            ],
            DateTimeZoneProviders.Tzdb),
        Directory = Directory,
        Scheme = AssessmentScheme.Plain,
        Policy = new ApprovalPolicy(new PolicyId("house"), 1, [
            new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(1, Cab)),
            new ApprovalRule("database-migration", ApprovalAct.Authorize, Ask.Of(1, Cab))]),
        Host = FactSet.None.With(DatabaseMigration.Administrator, Dora.Id, "dora, inventory 88"),
    };

    public static ChangeContent Content { get; } = new()
    {
        Title = "Raise the connection pool of payments",
        Justification = "It runs dry every Monday",
        Services = [new ServiceId("payments")],
        Environments = [Production],
        ImplementationPlan = ChangePlan.Of("Set pool.size to 200 and restart, one node after the other"),
        RemediationPlan = ChangePlan.Of("Set pool.size to 100 and restart"),
        TestPlan = ChangePlan.Of("Load test with 150 clients"),
        Tags = ["rehearsed"],
        Effort = new Effort(preparation: Duration.FromMinutes(10), work: Duration.FromMinutes(30), backOut: Duration.FromMinutes(15)),
    };

    /// <summary>Brings a new change to be authorized, and when a voter is named on to approved.</summary>
    public static async Task BringAsync(ChangeDesk desk, ChangeId id, string model, Actor? voter = null)
    {
        var sent = 0;
        async Task Do(Actor actor, ChangeCommand command)
        {
            var outcome = await desk.HandleAsync(id, command, actor, new CommandId(FormattableString.Invariant($"{id}-{++sent}")));
            outcome.Refusals.Should().BeEmpty();
        }

        await Do(Ann, new OpenChange(id, model, Content));
        await Do(Ann, new SubmitChange());
        await Do(Dan, new AssessChange(Grade.Medium, Grade.Low, "One service, one setting", [November]));
        if (voter is not null)
        {
            await Do(voter, new VoteOnChange(VoteChoice.Approve, (await desk.FindAsync(id))!.Digest));
            await Do(voter, new AuthorizeChange());
        }
    }
}
