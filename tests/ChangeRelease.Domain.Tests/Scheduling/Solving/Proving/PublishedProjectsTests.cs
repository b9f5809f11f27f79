using ChangeRelease.Domain.Scheduling.Solving.Proving;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving.Proving;

/// <summary>The exact search on published projects whose best plans are known.</summary>
public sealed class PublishedProjectsTests(ITestOutputHelper output)
{
    [SharedDataFact("rcpsp/j30.json")]
    public void Of_thirty_tasks_nearly_every_sixteenth_is_proven_optimal() => Prove("rcpsp/j30.json", 16, 29);

    [SharedDataFact("rcpsp/j60.json")]
    public void Of_sixty_tasks_most_of_every_thirtieth_are_proven_optimal() => Prove("rcpsp/j60.json", 30, 14);

    [SharedDataFact("rcpsp/max_j10.json")]
    public void With_maximum_lags_every_one_is_proven_optimal_or_infeasible() => Prove("rcpsp/max_j10.json", 1, 270);

    private void Prove(string file, int step, int expected)
    {
        var (proven, conflicts, instances) = (0, 0L, PublishedProject.Read(SharedData.Place(file)).Where((_, index) => index % step == 0).ToList());
        foreach (var instance in instances)
        {
            var result = new ExactSearch(instance.Problem, 1).Run(new ExactOptions { Conflicts = 3_000 }, default);

            conflicts += result.Conflicts;
            proven += result.Status is ExactStatus.Optimal or ExactStatus.Infeasible ? 1 : 0;
            if (result.Starts is { } starts)
            {
                PlanCheck.IsPlan(instance.Problem, starts).Should().BeTrue(instance.Name);
                PlanCheck.CostOf(instance.Problem, starts).Should().Be(result.Cost, instance.Name);
            }

            (result.Status == ExactStatus.Infeasible).Should().Be(!instance.IsFeasible, instance.Name);
            (instance.IsFeasible && result.LowerBound > instance.UpperBound).Should().BeFalse(instance.Name);
            (instance.IsFeasible && result.Cost < instance.LowerBound).Should().BeFalse(instance.Name);
        }

        output.WriteLine(FormattableString.Invariant($"{file}: {proven} of {instances.Count} proven, {conflicts} conflicts"));
        proven.Should().BeGreaterThanOrEqualTo(expected);
    }
}
