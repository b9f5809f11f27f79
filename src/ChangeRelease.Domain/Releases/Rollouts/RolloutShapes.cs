using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>The shape that a strategy asks for in each environment.</summary>
internal static class RolloutShapes
{
    public static IEnumerable<Why> FaultsOf(RolloutPlan plan, EnvironmentId environment)
    {
        var stages = plan.Stages.Where(stage => stage.Environment == environment).ToList();
        return stages.Count == 0 ? [] : Ends(stages, environment).Concat(plan.Strategy switch
        {
            RolloutStrategy.AllAtOnce => Counted(stages.Count == 1, "All at once takes one stage", environment, "leave one stage with all of it"),
            RolloutStrategy.Rings => Counted(stages.Count > 1, "Rings take at least two stages", environment, "add a ring"),
            RolloutStrategy.Canary => Canary(stages, environment),
            RolloutStrategy.BlueGreen => Counted(stages is [{ Exposure.BasisPoints: 0 }, _], "Blue-green takes two stages, the first of them with 0 %,", environment, "deploy with 0 % and then switch over to 100 %"),
            RolloutStrategy.DarkLaunch => Counted(stages.Count > 1 && stages[0].Exposure == Share.None, "A dark launch takes a stage with 0 % and later ones that release", environment, "deploy with 0 % first and release in a later stage"),
            _ => Counted(isSo: false, "The strategy is unknown", environment, "name a strategy"),
        });
    }

    private static IEnumerable<Why> Ends(List<RolloutStage> stages, EnvironmentId environment) => stages[^1].Exposure == Share.All ? [] :
        [RolloutRules.Fault($"The last stage of {environment}, '{stages[^1].Name}', exposes {stages[^1].Exposure}.", $"end {environment} with a stage of {Share.All}")];

    private static IEnumerable<Why> Canary(List<RolloutStage> stages, EnvironmentId environment) =>
        Counted(stages[0].Exposure != Share.None && stages[0].Exposure != Share.All, "A canary begins with a part", environment, "begin with more than 0 % and less than 100 %")
            .Concat(Counted(stages[0].Bake > Duration.Zero || stages[0].Gates.Count > 0, "A canary is watched", environment, "give the first stage a bake time or a gate"));

    private static IEnumerable<Why> Counted(bool isSo, string rule, EnvironmentId environment, string cure) =>
        isSo ? [] : [RolloutRules.Fault($"{rule} in {environment}, and this plan is otherwise.", cure)];
}
