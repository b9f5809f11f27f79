using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

// snippet: derive-model
internal static class DatabaseMigration
{
    public static readonly State DbaReview = new("DbaReview", Phase.Authorization);
    public static readonly Trigger Clear = new("Clear");
    public static readonly Parameter<string> Finding = Parameter.Text("finding", "What the administrator found.");
    public static readonly FactKey<ActorId> Administrator = new("database administrator");

    public static readonly Requirement<ChangeAttempt> AdministratorKnown = Requirement.For<ChangeAttempt>("database.administrator.unknown")
        .Says("It is known who administers the database.")
        .IsMetWhen(attempt => attempt.Facts.Host.Knows(Administrator))
        .Explains(_ => Why.Because("The inventory names no administrator."))
        .CuredBy(Remedy.Do("Enter the administrator in the inventory"));

    public static readonly Requirement<ChangeAttempt> ByAdministrator = Requirement.For<ChangeAttempt>("database.administrator.other-person")
        .Says("The administrator of the database clears it.")
        .IsMetWhen(attempt => attempt.Stamp.Actor.Id == attempt.Facts.Host.Get(Administrator))
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor} does not administer the database.")
            .CuredBy(Remedy.Do($"Ask {attempt.Facts.Host.Get(Administrator)} to clear it")))
        .After(AdministratorKnown);

    public static readonly Requirement<ChangeAttempt> Rehearsed = Requirement.For<ChangeAttempt>("database.rehearsal.missing")
        .Says("The migration was rehearsed.")
        .IsMetWhen(attempt => attempt.Change.Content.Tags.Contains("rehearsed"))
        .Explains(_ => Why.Because("The content has no tag 'rehearsed'."))
        .CuredBy(Remedy.Do("Rehearse it, and amend the content: add the tag 'rehearsed'"));

    public static readonly ChangeModel Model = ChangeModels.Normal.Derive("database-migration", version: 1, model => model
        .Insert(DbaReview, ChangeStates.Assessing, ChangeStates.Authorizing)
        .Share(DbaReview, ChangeStates.Authorizing)
        .Share(DbaReview, ChangeStates.Authorizing, ChangeTriggers.Annotate)
        .Require(ChangeTriggers.Authorize, Rehearsed)
        .Forbid(ChangeTriggers.Hold, ChangeStates.Scheduled)
        .Takes(Clear, Finding)
        .In(DbaReview)
            .On(Clear).GoTo(ChangeStates.Authorizing).When(ByAdministrator));
}
// end
