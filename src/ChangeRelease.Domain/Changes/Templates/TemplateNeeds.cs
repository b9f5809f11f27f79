using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the built-in template model asks for; hosts may ask for the same in models of their own.</summary>
public static class TemplateNeeds
{
    /// <summary>The requirements on the votes on a version.</summary>
    public static BallotNeeds<TemplateAttempt> Authorization { get; } = new(
        "template",
        "authorization",
        attempt => attempt.Ballot,
        attempt => attempt.Stamp,
        attempt => (attempt.Command as VoteOnTemplate)?.Paper);

    /// <summary>The requirements on who puts back in force what was suspended.</summary>
    public static ProcessOwnerNeeds<TemplateAttempt> ReinstatedBy { get; } =
        new("template", "reinstatement", attempt => attempt.Stamp, attempt => attempt.Facts.Directory, attempt => attempt.Template.Contributors);

    /// <summary>The command says why.</summary>
    public static Requirement<TemplateAttempt> Reason { get; } = Need(
            "template.reason.missing", "The command says why.", attempt => !Text.IsBlank(attempt.Command.Because))
        .CuredBy(Remedy.Do("Say why, in words that will be understood later"))
        .About(TemplateParameters.Reason);

    /// <summary>The template has a title.</summary>
    public static Requirement<TemplateAttempt> Title { get; } =
        Filled("template.title.missing", "a title", content => !Text.IsBlank(content.Title));

    /// <summary>The template names the services that it may be used for (S-30).</summary>
    public static Requirement<TemplateAttempt> Services { get; } =
        Filled("template.services.missing", "the services that it may be used for", content => content.Services.Count > 0);

    /// <summary>The template names the environments that it may be used in (S-30).</summary>
    public static Requirement<TemplateAttempt> Environments { get; } =
        Filled("template.environments.missing", "the environments that it may be used in", content => content.Environments.Count > 0);

    /// <summary>The template names the highest risk that a change under it may have (S-30).</summary>
    public static Requirement<TemplateAttempt> RiskCeiling { get; } =
        Filled("template.risk-ceiling.missing", "the highest risk that a change under it may have", content => content.RiskCeiling is not null);

    /// <summary>The template says how changes under it are made.</summary>
    public static Requirement<TemplateAttempt> ImplementationPlan { get; } =
        Filled("template.implementation-plan.missing", "an implementation plan", content => content.ImplementationPlan.Tasks.Count > 0);

    /// <summary>The template says how changes under it are tested.</summary>
    public static Requirement<TemplateAttempt> TestPlan { get; } =
        Filled("template.test-plan.missing", "a test plan", content => content.TestPlan.Tasks.Count > 0);

    /// <summary>The template says how changes under it are undone.</summary>
    public static Requirement<TemplateAttempt> RemediationPlan { get; } =
        Filled("template.remediation-plan.missing", "a remediation plan", content => content.RemediationPlan.Tasks.Count > 0);

    /// <summary>The template ends some day (S-30).</summary>
    public static Requirement<TemplateAttempt> Validity { get; } =
        Filled("template.validity.missing", "how long a version authorizes", content => content.Validity is not null);

    /// <summary>The template ends when too much goes wrong (S-30).</summary>
    public static Requirement<TemplateAttempt> Budget { get; } =
        Filled("template.budget.missing", "how much may go wrong before it no longer authorizes", content => content.Budget is not null);

    /// <summary>Each parameter of the template has a name of its own (S-30).</summary>
    public static Requirement<TemplateAttempt> ParametersDiffer { get; } = Need(
            "template.parameters.ambiguous", "Each parameter has a name of its own.", attempt => !Twins(attempt).Any())
        .Explains(attempt => Twins(attempt).Select(name => Why.Because($"More than one parameter is called '{name}'.")))
        .CuredBy(Remedy.Do("Amend the content: give each parameter a name of its own"));

    /// <summary>A person stands behind the proposal (S-24).</summary>
    public static Requirement<TemplateAttempt> Proposer { get; } = Need(
            "template.proposer.missing", "A person stands behind the proposal.", attempt => attempt.Template.Proposer.Person is not null)
        .Explains(attempt => Why.Because($"{attempt.Template.Proposer} proposed the template, and no person answers for that account."))
        .CuredBy(Remedy.Do("Name the owner of the service account, and propose the template again"));

    /// <summary>The edit changes something.</summary>
    public static Requirement<TemplateAttempt> SomeEdit { get; } = Need(
            "template.amendment.empty", "The amendment differs from what is there.", attempt => TemplateFields.Changed(attempt.Template.Content, attempt.ContentAfter).Count > 0)
        .CuredBy(Remedy.Do("Change a field, or leave the content as it is"))
        .About(TemplateParameters.Content);

    /// <summary>A version is in force that could be suspended.</summary>
    public static Requirement<TemplateAttempt> SomethingInForce { get; } = Need(
            "template.suspension.nothing-in-force", "A version is in force.", attempt => attempt.Template.InForce is not null)
        .CuredBy(Remedy.Do("Nothing to do: the template authorizes nothing"));

    /// <summary>Something is suspended that could be put back in force.</summary>
    public static Requirement<TemplateAttempt> SomethingSuspended { get; } = Need(
            "template.reinstatement.not-suspended", "What was published is suspended.", attempt => attempt.Template.IsSuspended)
        .CuredBy(Remedy.Do("Nothing to do: the template is not suspended"));

    /// <summary>Everything that a version must say before it is handed in, and still when it is published.</summary>
    internal static Requirement<TemplateAttempt>[] Complete { get; } =
        [Title, Services, Environments, RiskCeiling, ImplementationPlan, TestPlan, RemediationPlan, Validity, Budget, ParametersDiffer, Proposer];

    private static IEnumerable<string> Twins(TemplateAttempt attempt) => attempt.Template.Content.Parameters
        .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Where(alike => alike.Count() > 1)
        .Select(alike => alike.Key);

    private static Requirement<TemplateAttempt> Need(string code, string sentence, Func<TemplateAttempt, bool> isMet) =>
        Requirement.For<TemplateAttempt>(code).Says(sentence).IsMetWhen(isMet);

    private static Requirement<TemplateAttempt> Filled(string code, string what, Func<TemplateContent, bool> isFilled) =>
        Need(code, $"The content names {what}.", attempt => isFilled(attempt.Template.Content))
            .Explains(_ => Why.Because($"The content does not name {what}."))
            .CuredBy(Remedy.Do($"Amend the content: name {what}"));
}
