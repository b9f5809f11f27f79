using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing.Tests.Plans;

public sealed class RandomPlanTests
{
    [Fact]
    public void No_plan_of_a_random_problem_breaks_a_rule_or_tells_an_untrue_reason()
    {
        var (whole, partly, impossible) = (0, 0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = seed % 3 == 0 ? RandomProblems.Medium(seed) : RandomProblems.Small(seed);
            var plan = Planner.Plan(problem.Problem, Quick(seed));

            problem.Checker().Check(plan).Should().BeEmpty("of {0}", problem);
            whole += plan.IsComplete ? 1 : 0;
            partly += plan.IsComplete ? 0 : 1;
            impossible += plan.IsInfeasible ? 1 : 0;
        }

        whole.Should().BeGreaterThan(25);
        partly.Should().BeGreaterThan(150);
        impossible.Should().BeGreaterThan(100);
    }

    [Fact]
    public void What_made_room_for_another_and_found_none_again_takes_with_it_what_depends_on_it()
    {
        const long Seed = 3_478_895_883_030_217_864;
        var problem = RandomProblems.Medium(Seed);

        problem.Checker().Check(Planner.Plan(problem.Problem, new PlannerOptions { Seed = Seed, Budget = PlanningBudget.OfSchedules(5) })).Should().BeEmpty();
    }

    [Fact]
    public void What_is_said_to_be_best_or_impossible_is_so_when_all_is_searched_through()
    {
        var (best, impossible, searched) = (0, 0, 0);
        for (var seed = 1_000; seed < 1_400; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var plan = Planner.Plan(problem.Problem, Quick(seed));
            if (BruteForce.Search(problem.Checker(), 100_000) is not { } all)
            {
                continue;
            }

            searched++;
            var (score, found, bound) = ((all.Score.Hard, all.Score.Soft), (plan.Score.Hard, plan.Score.Soft), (plan.Gap.HardBound, plan.Gap.SoftBound));
            found.CompareTo(score).Should().BeGreaterThanOrEqualTo(0, "of {0}", problem);
            bound.CompareTo(score).Should().BeLessThanOrEqualTo(0, "of {0}", problem);
            if (plan.IsOptimal)
            {
                best++;
                found.Should().Be(score, "of {0}", problem);
            }

            if (plan.IsInfeasible)
            {
                impossible++;
                score.Hard.Should().BePositive("of {0}", problem);
            }
        }

        searched.Should().BeGreaterThan(300);
        best.Should().BeGreaterThan(150);
        impossible.Should().BeGreaterThan(150);
    }

    [Fact]
    public void The_order_in_which_a_problem_is_stated_does_not_matter()
    {
        for (var seed = 2_000; seed < 2_060; seed++)
        {
            var problem = RandomProblems.Small(seed).Problem;
            var turned = problem.With(draft => draft with
            {
                Items = draft.Items.Reverse().ToValueList(),
                Resources = draft.Resources.Reverse().ToValueList(),
                Precedences = draft.Precedences.Reverse().ToValueList(),
                Exclusions = draft.Exclusions.Reverse().ToValueList(),
                Limits = draft.Limits.Reverse().ToValueList(),
                Closures = draft.Closures.Reverse().ToValueList(),
                Rules = draft.Rules.Reverse().ToValueList(),
            });

            Planner.Plan(turned, Quick(seed)).Items.Should().Equal(Planner.Plan(problem, Quick(seed)).Items);
        }
    }

    [Fact]
    public void Between_best_plans_a_closure_never_helps_and_lifting_one_never_hurts()
    {
        var compared = 0;
        for (var seed = 3_000; seed < 3_150; seed++)
        {
            var problem = RandomProblems.Small(seed).Problem;
            var (free, closed) = (Planner.Plan(problem.With(draft => draft with { Closures = [] }), Quick(seed)), Planner.Plan(Closed(problem), Quick(seed)));
            if (free.IsOptimal && closed.IsOptimal)
            {
                compared++;
                closed.Score.CompareTo(free.Score).Should().BeGreaterThanOrEqualTo(0, "of the problem with seed {0}", seed);
            }
        }

        compared.Should().BeGreaterThan(60);
    }

    private static PlannerOptions Quick(int seed) => new() { Seed = seed, Budget = PlanningBudget.OfSchedules(50) };

    private static PlanningProblem Closed(PlanningProblem problem)
    {
        var horizon = problem.Draft.Horizon;
        return problem.With(draft => draft with { Closures = [new Closure("added", new Calendars.Slot(horizon.Start + (horizon.Length / 4), horizon.Start + (horizon.Length / 2)))] });
    }
}
