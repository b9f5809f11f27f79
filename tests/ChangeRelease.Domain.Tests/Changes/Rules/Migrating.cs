using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Lifecycles.Migration;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>A host that knows two versions of the normal model, another model, and the ways between them.</summary>
internal static class Migrating
{
    public static readonly Actor Otto = Cast.Otto;
    public static readonly ChangeModel Other = ChangeModels.Normal.Derive("guarded", 1, normal => normal.Require(ChangeTriggers.Schedule, Given.Tagged));
    public static readonly ChangeModel Third = ChangeModels.Normal.Derive("normal", 3, normal => normal.Require(ChangeTriggers.Close, Given.Tagged));
    public static readonly ChangeModel LaterEmergency = ChangeModels.Emergency.Derive("emergency", 2, emergency => emergency.Require(ChangeTriggers.Submit, Given.Tagged));

    public static readonly ChangeModelCatalog WithoutMaps = new([.. ChangeModelCatalog.BuiltIn.All, Given.Later, Third, Other, LaterEmergency]);

    public static readonly ChangeModelCatalog Catalog = WithoutMaps.WithMigrations(
        Given.Map,
        MigrationMap.Between(Given.Later.Lifecycle.Description, Third.Lifecycle.Description, map => map.Move(Given.DbaReview, ChangeStates.Authorizing).KeepTheRest()),
        MigrationMap.Between(ChangeModels.Normal.Lifecycle.Description, Other.Lifecycle.Description, map => map.ToAnotherDefinition().KeepTheRest()),
        MigrationMap.Between(ChangeModels.Emergency.Lifecycle.Description, LaterEmergency.Lifecycle.Description, map => map.KeepTheRest()));

    public static readonly DirectorySnapshot Directory = Cast.Directory with
    {
        Memberships = Cast.Directory.Memberships.With(new Membership(ProcessOwnerNeeds<ChangeAttempt>.Role, [Otto.Id, .. Cast.Members.Select(member => member.Id), Cast.Rita.Id, Cast.Ivan.Id, Cast.Asa.Id, Cast.Petra.Id, new ActorId("robot")])),
    };

    public static Scenario Scenario { get; } = new(
        "migrate",
        () => Of(new Traveler("normal").Go("Submit", "CompleteAssessment"), new MigrateChange("normal", 2, "administrators check")),
        new Fault("change.reason.missing", at => at with { Command = Asked(at) with { Reason = " " } }),
        new Fault("change.migration.target-unknown", at => at with { Command = Asked(at) with { Version = 9 } }),
        new Fault("change.migration.map-missing", at => at with { Facts = Facts(at.Facts.Stamp, WithoutMaps) with { Directory = at.Facts.Directory } }),
        new Fault("change.migration.map-does-not-apply", at => at with { Change = at.Change with { Status = ChangeStates.OnHold } }),
        new Fault("change.migration.already-there", at => at with { Change = at.Change with { Model = Given.Later.Lifecycle.Reference } }),
        new Fault("change.migration.begun-already", at => at with { Change = at.Change with { StartedAt = Cast.Opening } }),
        new Fault("change.migration.debt-left", at => at with { Change = at.Change with { Debt = new EmergencyDebt(Cast.Opening, Cast.Opening + Duration.FromDays(1)) } }),
        new Fault("change.migration.not-process-owner", at => at with { Actor = Cast.Oscar }),
        new Fault("change.migration.contributed", at => at with { Change = at.Change with { Contributors = at.Change.Contributors.With(Otto, "editor") } }),
        new Fault("change.migration.directory-missing", at => at with { Facts = at.Facts with { Directory = null } }));

    public static ChangeFacts Facts(Stamp stamp, ChangeModelCatalog models) => new(stamp, models)
    {
        Calendar = Cast.Calendar,
        Bookings = Bookings.None,
        Directory = Directory,
        Policy = Cast.Policy,
        Template = Cast.Template,
        Emergency = Cast.Emergency,
    };

    public static Situation Of(Traveler traveler, ChangeCommand command, Actor? actor = null) =>
        new(traveler.Change, command, Facts(new Stamp(traveler.Now, actor ?? Otto, new CommandId("migrate")), Catalog));

    /// <summary>The change after a command that must be accepted.</summary>
    public static ChangeRequest After(ChangeRequest change, ChangeCommand command, Actor? actor = null, ChangeModelCatalog? models = null)
    {
        var facts = Facts(new Stamp(change.LastAt, actor ?? Otto, new CommandId(FormattableString.Invariant($"after-{change.Version}"))), models ?? Catalog);
        var decision = ChangeDecider.Decide(change, command, facts);
        decision.Refusals.Should().BeEmpty();
        return decision.Events.Aggregate(change, ChangeRequest.Fold);
    }

    private static MigrateChange Asked(Situation at) => (MigrateChange)at.Command;
}
