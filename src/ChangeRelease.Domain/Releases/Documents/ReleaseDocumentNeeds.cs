using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a runbook, a deployment plan and a communication plan have to say before they are complete.</summary>
public static class ReleaseDocumentNeeds
{
    /// <summary>The runbook has a title.</summary>
    public static Requirement<Runbook> RunbookTitle { get; } = Requirement.For<Runbook>("release.runbook.title-missing")
        .Says("The runbook has a title.")
        .IsMetWhen(runbook => !Text.IsBlank(runbook.Title))
        .CuredBy(Remedy.Do("Give the runbook a title"));

    /// <summary>The runbook says what is done.</summary>
    public static Requirement<Runbook> RunbookSteps { get; } = Requirement.For<Runbook>("release.runbook.steps-missing")
        .Says("The runbook says what is done.")
        .IsMetWhen(runbook => runbook.Steps.Count > 0)
        .CuredBy(Remedy.Do("Name the steps"));

    /// <summary>The runbook says how the release is taken back.</summary>
    public static Requirement<Runbook> RunbookRollBack { get; } = Requirement.For<Runbook>("release.runbook.roll-back-missing")
        .Says("The runbook says how the release is taken back.")
        .IsMetWhen(runbook => runbook.RollBack.Count > 0)
        .CuredBy(Remedy.Do("Name the steps that take the release back"));

    /// <summary>The runbook says whom to call.</summary>
    public static Requirement<Runbook> RunbookContacts { get; } = Requirement.For<Runbook>("release.runbook.contacts-missing")
        .Says("The runbook says whom to call.")
        .IsMetWhen(runbook => runbook.Contacts.Count > 0)
        .CuredBy(Remedy.Do("Name somebody to call when something goes wrong"));

    /// <summary>Each step says what is done, by whom, how long it takes, and how one sees that it worked.</summary>
    public static Requirement<Runbook> RunbookStepsFull { get; } = Each<Runbook>(
        "release.runbook.step-incomplete",
        "Each step says what is done, by whom, how long it takes, and how one sees that it worked.",
        runbook => Gaps("step", runbook.Steps).Concat(Gaps("step back", runbook.RollBack)));

    /// <summary>The plan names a deployment.</summary>
    public static Requirement<DeploymentPlan> Deployments { get; } = Requirement.For<DeploymentPlan>("release.deployment-plan.empty")
        .Says("The plan names a deployment.")
        .IsMetWhen(plan => plan.Deployments.Count > 0)
        .CuredBy(Remedy.Do("Name the environments that the release is deployed to"));

    /// <summary>Each environment is named once.</summary>
    public static Requirement<DeploymentPlan> EachEnvironmentOnce { get; } = Each<DeploymentPlan>(
        "release.deployment-plan.environment-twice",
        "Each environment is named once.",
        plan => plan.Deployments.GroupBy(deployment => deployment.Environment).Where(same => same.Count() > 1).Select(same => ($"{same.Key} is named more than once.", $"Name {same.Key} once")));

    /// <summary>Each deployment says when it is made, by whom, how one sees that it worked, and how it is taken back.</summary>
    public static Requirement<DeploymentPlan> DeploymentsFull { get; } = Each<DeploymentPlan>(
        "release.deployment-plan.deployment-incomplete",
        "Each deployment says when it is made, by whom, how one sees that it worked, and how it is taken back.",
        plan => plan.Deployments.SelectMany(deployment => Gaps(
            $"the deployment to {deployment.Environment}",
            (deployment.Slot is null, "when it is made"),
            (deployment.Owner is null, "by whom"),
            (Text.IsBlank(deployment.Check), "how one sees that it worked"),
            (Text.IsBlank(deployment.RollBack), "how it is taken back"))));

    /// <summary>Each deployment begins when the one before is over, or later (S-52).</summary>
    public static Requirement<DeploymentPlan> DeploymentsInOrder { get; } = Each<DeploymentPlan>(
        "release.deployment-plan.out-of-order",
        "Each deployment begins when the one before is over, or later.",
        plan => Timed(plan).Zip(Timed(plan).Skip(1)).Where(pair => pair.Second.Slot!.Start < pair.First.Slot!.End).Select(pair =>
            ($"{pair.Second.Environment} begins before {pair.First.Environment} is over.", $"Deploy to {pair.Second.Environment} at {pair.First.Slot!.End.ToText()} or later")));

    /// <summary>It is known when the release goes out.</summary>
    public static Requirement<CommunicationPlan> WindowKnown { get; } = Requirement.For<CommunicationPlan>("release.communication-plan.window-missing")
        .Says("It is known when the release goes out.")
        .IsMetWhen(plan => plan.Window is not null)
        .CuredBy(Remedy.Do("Name the window"));

    /// <summary>It is known who is to be told.</summary>
    public static Requirement<CommunicationPlan> AudiencesKnown { get; } = Requirement.For<CommunicationPlan>("release.communication-plan.audiences-missing")
        .Says("It is known who is to be told.")
        .IsMetWhen(plan => plan.Audiences.Any(audience => !Text.IsBlank(audience)))
        .CuredBy(Remedy.Do("Name the audiences"));

    /// <summary>Each message says to whom, on which way, when, by whom, and what.</summary>
    public static Requirement<CommunicationPlan> MessagesFull { get; } = Each<CommunicationPlan>(
        "release.communication-plan.message-incomplete",
        "Each message says to whom, on which way, when, by whom, and what.",
        plan => plan.Messages.SelectMany((message, at) => Gaps(
            FormattableString.Invariant($"message {at + 1}"),
            (Text.IsBlank(message.Audience), "to whom"),
            (Text.IsBlank(message.Channel), "on which way"),
            (message.At is null, "when"),
            (message.Sender is null, "by whom"),
            (Text.IsBlank(message.Text), "what"))));

    /// <summary>Every audience is told before the release goes out, and when it is over.</summary>
    public static Requirement<CommunicationPlan> AudiencesTold { get; } = Each<CommunicationPlan>(
        "release.communication-plan.audience-untold",
        "Every audience is told before the release goes out, and when it is over.",
        plan => plan.Audiences.Where(audience => !Text.IsBlank(audience)).Distinct(StringComparer.Ordinal).SelectMany(audience => Untold(plan, audience))).After(WindowKnown);

    internal static Requirement<Runbook>[] OfRunbook { get; } = [RunbookTitle, RunbookSteps, RunbookRollBack, RunbookContacts, RunbookStepsFull];

    internal static Requirement<DeploymentPlan>[] OfDeploymentPlan { get; } = [Deployments, EachEnvironmentOnce, DeploymentsFull, DeploymentsInOrder];

    internal static Requirement<CommunicationPlan>[] OfCommunicationPlan { get; } = [WindowKnown, AudiencesKnown, MessagesFull, AudiencesTold];

    private static IEnumerable<PlannedDeployment> Timed(DeploymentPlan plan) => plan.Deployments.Where(deployment => deployment.Slot is not null);

    private static IEnumerable<(string Problem, string Cure)> Gaps(string what, IEnumerable<RunbookStep> steps) => steps.SelectMany((step, at) => Gaps(
        FormattableString.Invariant($"{what} {at + 1}"),
        (Text.IsBlank(step.Text), "what is done"),
        (step.Owner is null, "by whom"),
        (step.Expected is null, "how long it takes"),
        (Text.IsBlank(step.Check), "how one sees that it worked")));

    private static IEnumerable<(string Problem, string Cure)> Gaps(string what, params (bool IsOpen, string What)[] parts) =>
        parts.Where(part => part.IsOpen).Select(part => ($"{char.ToUpperInvariant(what[0])}{what[1..]} does not say {part.What}.", $"Say of {what} {part.What}"));

    private static IEnumerable<(string Problem, string Cure)> Untold(CommunicationPlan plan, string audience)
    {
        var times = plan.Messages.Where(message => message.Audience == audience).Select(message => message.At).ToList();
        if (!times.Any(at => at < plan.Window!.Start))
        {
            yield return ($"{audience} is not told before the release goes out.", $"Tell {audience} before {plan.Window!.Start.ToText()}");
        }

        if (!times.Any(at => at >= plan.Window!.End))
        {
            yield return ($"{audience} is not told when it is over.", $"Tell {audience} at {plan.Window!.End.ToText()} or later");
        }
    }

    private static Requirement<T> Each<T>(string code, string sentence, Func<T, IEnumerable<(string Problem, string Cure)>> problems) => Requirement.For<T>(code)
        .Says(sentence)
        .IsMetWhen(document => !problems(document).Any())
        .Explains(document => problems(document).Select(entry => Why.Because(entry.Problem).CuredBy(Remedy.Do(entry.Cure))));
}
