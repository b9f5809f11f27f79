using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>How far the present package has come on the promotion path, and what is missing at each step.</summary>
internal sealed class PromotionCase(Release release, PromotionPath path, Instant now)
{
    /// <summary>What is missing before an environment; null for what is missing before production.</summary>
    public IEnumerable<Why> MissingBefore(EnvironmentId? environment) => path.Before(environment).SelectMany(MissingAt);

    private IEnumerable<Why> MissingAt(PromotionStep step) =>
        release.PromotionExemptions.Any(exemption => exemption.Holds(step.Environment, release.Content.Package?.Digest, now)) ? [] : release.DeploymentTo(step.Environment) switch
        {
            null => [Why.Because($"The package was not deployed to {step.Environment}.").Seeing("path", path).CuredBy(Remedy.Do($"Deploy it to {step.Environment}"), Exemption(step))],
            { Outcome: null } => [Why.Because($"The deployment to {step.Environment} is under way.").CuredBy(Remedy.Do("Report how it ended"))],
            { Outcome: DeploymentOutcome.Failed } failed => [Why.Because($"The deployment to {step.Environment} failed: {failed.Report}.").CuredBy(Remedy.Do($"Deploy it to {step.Environment} again"), Exemption(step))],
            { } there => Soaking(step, there).Concat(Open(step, there)),
        };

    private IEnumerable<Why> Soaking(PromotionStep step, Deployment there) => there.EndedAt + step.Soak is { } soaked && now < soaked
        ? [Why.Because($"The package soaks in {step.Environment} until {soaked.ToText()}.").CuredFrom(soaked)]
        : [];

    private static IEnumerable<Why> Open(PromotionStep step, Deployment there) => step.Gates
        .Where(gate => there.Latest(gate.Name)?.Verdict != GateVerdict.Passed)
        .Select(gate => Why.Because($"The gate {gate} of {step.Environment} is not passed.").Seeing("shown", there.Latest(gate.Name)?.Verdict).CuredBy(Remedy.Do($"Hand in evidence that passes '{gate.Name}'")));

    private static Remedy Exemption(PromotionStep step) => Remedy.Ask(Approvals.ProcessOwnerNeeds<ReleaseAttempt>.Role, $"Ask a process owner who had no hand in it to except {step.Environment}");
}
