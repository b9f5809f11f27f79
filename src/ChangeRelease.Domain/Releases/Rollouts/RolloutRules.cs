using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What can be wrong with the plan of a rollout; each rule gives a reason for everything that is.</summary>
internal static class RolloutRules
{
    public static int MostVersions(RolloutStrategy strategy) => strategy is RolloutStrategy.AllAtOnce or RolloutStrategy.BlueGreen ? 1 : 2;

    public static IEnumerable<Why> FaultsOf(RolloutPlan plan, ValueList<EnvironmentId> environments) => Named(plan)
        .Concat(Placed(plan, environments))
        .Concat(Falling(plan))
        .Concat(InOrder(plan, environments))
        .Concat(environments.Distinct().SelectMany(environment => RolloutShapes.FaultsOf(plan, environment)))
        .Concat(plan.Stages.SelectMany(stage => GateRules.FaultsOf($"The stage '{stage.Name}'", stage.Gates)));

    /// <summary>What a plan would take away from those who have the release already: nothing may be, before it is rolled back.</summary>
    public static IEnumerable<Why> Withdrawing(RolloutPlan? plan, ValueList<EnvironmentExposure> exposures) => exposures
        .Where(exposed => exposed.Share != Share.None)
        .Select(exposed => (exposed, First: plan?.Stages.FirstOrDefault(stage => stage.Environment == exposed.Environment)))
        .Where(pair => pair.First is null || pair.First.Exposure.BasisPoints < pair.exposed.Share.BasisPoints)
        .Select(pair => Why.Because($"{pair.exposed.Share} of {pair.exposed.Environment} have the release already, and the plan begins there with {pair.First?.Exposure.ToString() ?? "no stage"}.")
            .CuredBy(Remedy.Do($"Begin in {pair.exposed.Environment} with a stage of {pair.exposed.Share} or more"), Remedy.Do("Roll the release back before it is planned anew")));

    private static IEnumerable<Why> Named(RolloutPlan plan) => plan.Stages
        .Where(stage => Text.IsBlank(stage.Name))
        .Select(stage => Fault($"A stage of {stage.Environment} has no name.", "give every stage a name"))
        .Concat(plan.Stages.GroupBy(stage => stage.Name, StringComparer.Ordinal)
            .Where(alike => alike.Count() > 1 && !Text.IsBlank(alike.Key))
            .Select(alike => Fault($"More than one stage is called '{alike.Key}'.", "give each of them a name of its own")));

    private static IEnumerable<Why> Placed(RolloutPlan plan, ValueList<EnvironmentId> environments) => plan.Stages
        .Where(stage => !environments.Contains(stage.Environment))
        .Select(stage => Fault($"The stage '{stage.Name}' deploys to {stage.Environment}, to which the release does not go.", $"add {stage.Environment} to the environments, or leave the stage out"))
        .Concat(environments.Distinct().Where(environment => plan.Stages.All(stage => stage.Environment != environment))
            .Select(environment => Fault($"No stage deploys to {environment}.", $"add the stages of {environment}, or leave it out of the environments")));

    private static IEnumerable<Why> Falling(RolloutPlan plan) => plan.Stages.GroupBy(stage => stage.Environment).SelectMany(stages => stages.Zip(stages.Skip(1)))
        .Where(pair => pair.Second.Exposure.BasisPoints < pair.First.Exposure.BasisPoints)
        .Select(pair => Fault($"The exposure of {pair.First.Environment} falls from {pair.First.Exposure} in '{pair.First.Name}' to {pair.Second.Exposure} in '{pair.Second.Name}'.", $"raise the exposure of '{pair.Second.Name}', or put it before '{pair.First.Name}'"));

    /// <summary>No environment is ahead of one that comes before it in promotion order.</summary>
    private static IEnumerable<Why> InOrder(RolloutPlan plan, ValueList<EnvironmentId> environments)
    {
        var reached = new Dictionary<EnvironmentId, int>();
        foreach (var stage in plan.Stages)
        {
            foreach (var earlier in environments.TakeWhile(environment => environment != stage.Environment).Where(_ => environments.Contains(stage.Environment)))
            {
                if (!reached.TryGetValue(earlier, out var there) || there < stage.Exposure.BasisPoints)
                {
                    yield return Fault($"The stage '{stage.Name}' takes {stage.Environment} ahead of {earlier}, which comes before it.", $"put the stages of {earlier} with as much exposure before '{stage.Name}'");
                }
            }

            reached[stage.Environment] = stage.Exposure.BasisPoints;
        }
    }

    internal static Why Fault(string text, string cure) => Why.Because(text).CuredBy(Remedy.Do($"Amend the rollout: {cure}"));
}
