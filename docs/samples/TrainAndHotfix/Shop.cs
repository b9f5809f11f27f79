using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using Needs = ChangeRelease.Domain.Releases.Needs;

namespace TrainAndHotfix;

/// <summary>The rules of the shop: two regions behind test and staging, a freeze for its sale, and a release model that asks for a place in each environment.</summary>
internal static class Shop
{
    public static readonly EnvironmentId Test = new("test");
    public static readonly EnvironmentId Staging = new("staging");
    public static readonly EnvironmentId Europe = new("production-eu");
    public static readonly EnvironmentId America = new("production-us");

    public static TenantId Tenant { get; } = new("shop");

    /// <summary>Tuesdays at 20:00 in London; boarding ends a day before.</summary>
    public static TrainTimetable Timetable { get; } =
        TrainTimetable.Weekly(new LocalDateTime(2026, 11, 3, 20, 0), "Europe/London", cutOff: Duration.FromDays(1), IsoDayOfWeek.Tuesday);

    public static ReleaseModel Model { get; } = ReleaseModels.Ordinary.Derive("shop-release", version: 1, release => release
        .Require(ReleaseTriggers.Promote, Needs.PlacesFree)
        .Require(ReleaseTriggers.Schedule, Needs.PlacesFree)
        .Require(ReleaseTriggers.StartDeployment, Needs.PlacesBooked)
        .Require(ReleaseTriggers.BeginStage, Needs.PlacesBooked));

    public static ChangeCalendar Calendar { get; } = ChangeCalendar.Define(
        new CalendarId("shop"), version: 1, CalendarDefault.OpenByDefault,
        [
            new Freeze(
                new RuleId("sale"), "Singles' Day sale", "Europe/London", Recurrence.Once(new LocalDateTime(2026, 11, 5, 0, 0)), RuleLength.Until(new LocalDateTime(2026, 11, 12, 0, 0)),
                Scope.Everything, "the shop earns a month in a week")
            {
                Exempt = [new ChangeClass("emergency"), new ChangeClass("hotfix")],
            },
        ],
        DateTimeZoneProviders.Tzdb);

    public static ApprovalPolicy Policy { get; } = new(new PolicyId("shop"), 1,
    [
        new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(1, People.Board)),
        new ApprovalRule("emergency", ApprovalAct.Authorize, Ask.Of(2, People.Board)),
        new ApprovalRule("emergency", ApprovalAct.Ratify, Ask.Of(2, People.Board)),
        new ApprovalRule("minor", ApprovalAct.Authorize, Ask.Of(1, People.Board)),
        new ApprovalRule("hotfix", ApprovalAct.Authorize, Ask.Of(2, People.Board)),
    ]);

    public static EmergencyTerms Emergencies { get; } = new(
        leastSeverity: Grade.High, breakGlassLimit: 1, breakGlassPeriod: Duration.FromDays(30),
        proposalStands: Duration.FromMinutes(30), ratifyWithin: Duration.FromDays(3), reviewWithin: Duration.FromDays(7));

    public static KnownIncident Incident { get; } = new(new IncidentId("INC-9"), Grade.Critical);

    /// <summary>A hotfix is tried in test; everything else rests a night in staging.</summary>
    public static PromotionPath PathOf(ReleaseType type) => type == ReleaseType.Hotfix
        ? new PromotionPath("hotfix", [new PromotionStep(Test) { Gates = [Gate.Tests("integration")] }])
        : new PromotionPath("train",
        [
            new PromotionStep(Test) { Gates = [Gate.Tests("integration")] },
            new PromotionStep(Staging) { Gates = [Gate.Tests("load")], Soak = Duration.FromHours(12) },
        ]);

    /// <summary>First a part of a region under watch, then the region, then the next one.</summary>
    public static RolloutPlan Canary { get; } = new(RolloutStrategy.Canary,
    [
        Watched("eu canary", Europe, 5),
        new RolloutStage("eu", Europe, Share.All) { Bake = Duration.FromMinutes(10) },
        Watched("us canary", America, 5),
        new RolloutStage("us", America, Share.All) { Bake = Duration.FromMinutes(10) },
    ])
    {
        RollbackWindow = Duration.FromHours(12),
    };

    private static RolloutStage Watched(string name, EnvironmentId environment, int percent) =>
        new(name, environment, Share.Percent(percent)) { Bake = Duration.FromMinutes(15), Gates = [Gate.Analysis("error rate")] };
}
