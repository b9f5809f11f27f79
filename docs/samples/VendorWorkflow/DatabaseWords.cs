using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace VendorWorkflow;

/// <summary>The words that the vendor adds: states, triggers, what they take, what is known, and what is needed.</summary>
internal static class DatabaseWords
{
    public static State DbaReview { get; } = new("DBA review", Phase.Authorization);

    public static State Rehearsing { get; } = new("Rehearsing", Phase.Ready);

    public static Trigger Clear { get; } = new("Clear");

    public static Trigger Rehearse { get; } = new("Rehearse");

    public static Parameter<string> Finding { get; } = Parameter.Text("finding", "What the administrator found.");

    public static Parameter<long> LongestMinutes { get; } = Parameter.Number("minutes", "The longest that a rehearsal may take, in minutes.");

    public static Parameter<long> TookMinutes { get; } = Parameter.Number("took", "How long the rehearsal took, in minutes.");

    public static FactKey<ActorId> Administrator { get; } = new("database administrator");

    public static Requirement<ChangeAttempt> AdministratorKnown { get; } = Requirement.For<ChangeAttempt>("database.administrator.unknown")
        .Says("It is known who administers the database.")
        .IsMetWhen(attempt => attempt.Facts.Host.Knows(Administrator))
        .Explains(_ => Why.Because("Nobody is entered as the administrator of the database."))
        .CuredBy(Remedy.Do("Enter the administrator in the inventory"));

    public static Requirement<ChangeAttempt> ByAdministrator { get; } = Requirement.For<ChangeAttempt>("database.administrator.other-person")
        .Says("The administrator of the database clears the change.")
        .IsMetWhen(attempt => attempt.Stamp.Actor.Id == attempt.Facts.Host.Get(Administrator))
        .Explains(attempt => Why.Because($"{attempt.Stamp.Actor} does not administer the database.")
            .CuredBy(Remedy.Do($"Ask {attempt.Facts.Host.Get(Administrator)} to clear it")))
        .After(AdministratorKnown);

    public static Requirement<ChangeAttempt> FindingGiven { get; } = Requirement.For<ChangeAttempt>("database.finding.blank")
        .Says("The finding says something.")
        .IsMetWhen(attempt => !string.IsNullOrWhiteSpace(attempt.Arguments.Get(Finding)))
        .CuredBy(Remedy.Do("Say what was found"))
        .About(Finding);

    public static Requirement<ChangeAttempt> BackupNamed { get; } = Requirement.For<ChangeAttempt>("database.backup.unnamed")
        .Says("The remediation plan names the backup that would be restored.")
        .IsMetWhen(attempt => attempt.Change.Content.RemediationPlan.Tasks.Any(task => task.Name.Contains("backup", StringComparison.OrdinalIgnoreCase)))
        .Explains(_ => Why.Because("The remediation plan does not mention a backup."))
        .CuredBy(Remedy.Do("Amend the remediation plan: name the backup"));

    /// <summary>A requirement that a definition may set: how long a rehearsal may take.</summary>
    public static RequirementTemplate<ChangeAttempt> ShortRehearsal { get; } = RequirementTemplate.For<ChangeAttempt>("database.rehearsal.too-long", [LongestMinutes], arguments => Requirement
        .For<ChangeAttempt>("database.rehearsal.too-long")
        .Says($"The rehearsal took at most {arguments.Get(LongestMinutes)} minutes.")
        .IsMetWhen(attempt => attempt.Arguments.Get(TookMinutes) <= arguments.Get(LongestMinutes))
        .CuredBy(Remedy.Do("Make the migration faster, or split it"))
        .About(TookMinutes));

    /// <summary>What documents may say, beside the words of the library.</summary>
    public static Vocabulary<ChangeAttempt> Vocabulary { get; } =
        ChangeVocabulary.BuiltIn.With(ByAdministrator, FindingGiven, BackupNamed).With(ShortRehearsal);
}
