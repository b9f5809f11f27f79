using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The permits of the carried changes for the environment into which the release goes next.</summary>
internal static class ChangePermits
{
    /// <summary>The changes that may be deployed there now, each with its permit.</summary>
    public static ValueList<PermittedChange> Held(ReleaseAttempt attempt, EnvironmentId environment) =>
        (from clearance in Carried(attempt)
         let held = clearance.Permits.FirstOrDefault(permit => permit.Environment == environment && !Objections(attempt, clearance, permit).Any())
         where held is not null
         select new PermittedChange(clearance.Id, held.Content, held.Permit)).ToValueList();

    /// <summary>Why carried changes may not be deployed there now.</summary>
    public static IEnumerable<Why> Missing(ReleaseAttempt attempt)
    {
        if (attempt.Release.NextStage is not { Environment: var environment })
        {
            return [];
        }

        var held = Held(attempt, environment).Select(permitted => permitted.Change).ToHashSet();
        return Carried(attempt).Where(clearance => !held.Contains(clearance.Id)).SelectMany(clearance => Missing(attempt, clearance, environment));
    }

    private static IEnumerable<Clearance> Carried(ReleaseAttempt attempt) => (attempt.Facts.Clearances ?? []).Where(clearance => attempt.Release.Content.Changes.Contains(clearance.Id));

    private static IEnumerable<Why> Missing(ReleaseAttempt attempt, Clearance clearance, EnvironmentId environment) =>
        clearance.Permits.LastOrDefault(permit => permit.Environment == environment) is { } permit
            ? Objections(attempt, clearance, permit)
            : [Why.Because($"The change {clearance.Id} is {clearance.Status}, and has no permit for {environment}.").CuredBy(Remedy.Do($"Start {clearance.Id} aboard the release, if it is made in {environment}"))];

    // What has begun in an environment goes on there in further stages: its slots, and the contracts of windows, bound it from then on.
    private static bool Begins(ReleaseAttempt attempt, EnvironmentId environment) => attempt.Release.Runs.All(run => run.Environment != environment);

    private static IEnumerable<Why> Objections(ReleaseAttempt attempt, Clearance clearance, DeploymentPermit permit)
    {
        var letGo = attempt.Release.Carried.FirstOrDefault(carried => carried.Change == clearance.Id)?.Content;
        if (permit.Content != letGo)
        {
            yield return Why.Because($"The permit of {clearance.Id} for {permit.Environment} is for another content than the release was let go with.")
                .Seeing("permitted", permit.Content.Abbreviated)
                .Seeing("let go with", letGo?.Abbreviated)
                .CuredBy(Remedy.Do("Roll the release forward, and let it go anew with what the change says now"));
        }

        if (Begins(attempt, permit.Environment) && (attempt.Stamp.At < permit.NotBefore || attempt.Stamp.At > permit.NotAfter))
        {
            yield return Why.Because($"Under the permit of {clearance.Id} for {permit.Environment} work begins from {permit.NotBefore.ToText()} to {permit.NotAfter.ToText()}, and it is {attempt.Stamp.At.ToText()}.")
                .CuredBy(Remedy.Do(attempt.Stamp.At < permit.NotBefore ? "Wait until then" : "Roll back what was begun, or complete what is out; a permit is not extended"));
        }

        foreach (var objection in permit.Objections)
        {
            yield return Why.Because($"The permit of {clearance.Id} for {permit.Environment} does not hold: {objection.Explanation}").Seeing("code", objection.Code).CuredBy([.. objection.Remedies]);
        }
    }
}
