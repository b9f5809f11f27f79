using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>One reason why a template does not authorize a change: a word for it, the rest of a sentence that begins with the template, and a cure.</summary>
internal sealed record TemplateLapse(string Kind, string Text, string Cure)
{
    private const string Anew = "Have a new version published";

    /// <summary>Every reason why a template does not authorize a change with this content (S-30); none while it does.</summary>
    /// <param name="standing">How the template stands.</param>
    /// <param name="content">What the change says, or would say.</param>
    /// <param name="pin">The version that the change was submitted under; null when it was not.</param>
    /// <param name="isInFlight">Whether the change was submitted, and therefore must have a version and a use of it.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="foreseen">The risk that is known without anybody's judgement.</param>
    public static IEnumerable<TemplateLapse> Of(TemplateStanding standing, ChangeContent content, TemplatePin? pin, bool isInFlight, Instant now, ForeseenRisk foreseen) =>
        (standing.IsPublished ? OfVersion(standing, content, now).Concat(TooRisky(standing, content, foreseen)) : [Unpublished(standing)])
            .Concat(isInFlight ? OfUse(standing, pin) : []);

    private static TemplateLapse Unpublished(TemplateStanding standing) => standing.IsRetired
        ? new("retired", "is retired", "Use another template")
        : new("not-published", "is not published", "Have it approved and published");

    private static IEnumerable<TemplateLapse> OfVersion(TemplateStanding standing, ChangeContent content, Instant now)
    {
        if (standing.IsRetired)
        {
            yield return Unpublished(standing with { IsPublished = false });
        }

        if (standing.IsSuspended)
        {
            yield return new("suspended", "is suspended", "Have it reinstated");
        }

        if (standing.SupersededBy is { } later)
        {
            yield return new("superseded", FormattableString.Invariant($"is superseded by its version {later}"), "Submit the change anew under that version");
        }

        if (standing.Expires <= now)
        {
            yield return new("expired", $"expired at {standing.Expires.Value.ToText()}", Anew);
        }

        if (standing.ExhaustedBy is { } exhausted)
        {
            yield return new("budget-exhausted", $"has no failure left: {exhausted}", Anew);
        }

        foreach (var lapse in OutOfScope(standing, content).Concat(PlansDiffer(standing, content)).Concat(OutOfBounds(standing, content)))
        {
            yield return lapse;
        }
    }

    private static IEnumerable<TemplateLapse> OutOfScope(TemplateStanding standing, ChangeContent content) =>
        content.Services.Except(standing.Services).Select(service => $"the service {service}")
            .Concat(content.Environments.Except(standing.Environments).Select(environment => $"the environment {environment}"))
            .Select(outside => new TemplateLapse("out-of-scope", $"does not cover {outside}", "Leave it out, or have a version published that covers it"));

    private static IEnumerable<TemplateLapse> TooRisky(TemplateStanding standing, ChangeContent content, ForeseenRisk foreseen) =>
        (content.Assessment is { } assessed ? [(Risk: assessed.Risk, Because: "as it was assessed")] : Array.Empty<(Grade Risk, string Because)>())
            .Concat(foreseen.Voices.Select(voice => (Risk: voice.Grade, voice.Because)))
            .Where(voice => voice.Risk > standing.RiskCeiling)
            .Select(voice => new TemplateLapse("risk-too-high", $"covers risks up to {standing.RiskCeiling}, and the risk of the change is {voice.Risk}: {voice.Because}", "Lower the risk"));

    private static IEnumerable<TemplateLapse> PlansDiffer(TemplateStanding standing, ChangeContent content) => new (string Name, ChangePlan? Ours, ChangePlan Theirs)[]
        {
            ("implementation plan", standing.ImplementationPlan, content.ImplementationPlan),
            ("test plan", standing.TestPlan, content.TestPlan),
            ("remediation plan", standing.RemediationPlan, content.RemediationPlan),
        }
        .Where(plan => plan.Ours is not null && plan.Ours != plan.Theirs)
        .Select(plan => new TemplateLapse("plan-differs", $"has another {plan.Name} than the change", $"Take over the {plan.Name} of the template"));

    private static IEnumerable<TemplateLapse> OutOfBounds(TemplateStanding standing, ChangeContent content) => standing.Parameters
        .Select(parameter => (parameter.Name, Problem: content.TemplateArguments.Find(parameter.Name) is { } json ? parameter.Problem(json) : "is missing"))
        .Where(value => value.Problem is not null)
        .Select(value => new TemplateLapse("argument-out-of-bounds", $"has bounds for '{value.Name}', and its value {value.Problem}", $"Give a value for '{value.Name}' within the bounds"))
        .Concat(content.TemplateArguments.Names.Except(standing.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal)
            .Select(name => new TemplateLapse("argument-out-of-bounds", $"has no parameter '{name}'", $"Leave the value for '{name}' out")));

    // A host that counts uses itself gives null; a version that is not the pinned one is another authority than the change was given.
    private static IEnumerable<TemplateLapse> OfUse(TemplateStanding standing, TemplatePin? pin)
    {
        if (pin is null)
        {
            yield return new("not-pinned", "was not what the change was submitted under", "Submit the change anew");
        }
        else if (standing.IsPublished && standing.SupersededBy is null && pin.Number != standing.Version)
        {
            yield return new("superseded", FormattableString.Invariant($"is at version {standing.Version}, and the change was submitted under {pin.Number}"), "Submit the change anew under that version");
        }

        if (standing.HoldsUse == false)
        {
            yield return new("use-lost", "has no use left that is this change's", Anew);
        }
    }
}
