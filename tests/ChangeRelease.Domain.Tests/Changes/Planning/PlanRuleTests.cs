using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Planning;

/// <summary>Plans are judged when they are handed in, and again when they are edited afterwards.</summary>
public sealed class PlanRuleTests(ITestOutputHelper output)
{
    private static readonly string[] OfPlans =
    [
        "change.plan.task-repeated", "change.point-of-no-return.repeated", "change.point-of-no-return.misplaced", "change.outage.service-not-affected",
        "change.implementation-plan.longer-than-work", "change.remediation-plan.longer-than-back-out",
    ];

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Tasks_that_fill_the_effort_fit_and_a_microsecond_more_does_not(int minutes, bool fits)
    {
        var exact = Cast.Content with { ImplementationPlan = ChangePlan.Of(Taking("a", Duration.FromMinutes(minutes - 20)), Taking("b", Duration.FromMinutes(20)), new PlanTask("c")) };
        Handed(exact).Should().HaveCount(fits ? 0 : 1);

        var more = exact with { ImplementationPlan = new ChangePlan(exact.ImplementationPlan.Tasks.With(Taking("d", Duration.FromNanoseconds(1_000)))) };
        Handed(more).Should().Equal("change.implementation-plan.longer-than-work");
    }

    [Fact]
    public void The_same_name_may_stand_in_the_plan_of_the_work_and_in_the_one_that_undoes_it()
    {
        Handed(Cast.Content with { ImplementationPlan = ChangePlan.Of("restart"), RemediationPlan = ChangePlan.Of("restart") }).Should().BeEmpty();
        Handed(Cast.Content with { ImplementationPlan = ChangePlan.Of("restart"), TestPlan = ChangePlan.Of("restart") }).Should().Equal("change.plan.task-repeated");
    }

    [Fact]
    public void Everything_that_is_wrong_with_plans_is_said_at_once_and_nothing_else()
    {
        var (work, seen) = (new PlannedWork(53), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var sample = 0; sample < 900; sample++)
        {
            var content = Cast.Content with
            {
                ImplementationPlan = work.Plan(3),
                TestPlan = work.Plan(2),
                RemediationPlan = work.Plan(2),
                Effort = work.Next(4) == 0 ? null : new Effort(Duration.Zero, Duration.FromMinutes(1 + work.Next(60)), Duration.FromMinutes(work.Next(40))),
                Services = work.Next(2) == 0 ? [new("payments"), new("ledger"), new("mail")] : [new("payments")],
            };
            var expected = Wrong(content).ToHashSet(StringComparer.Ordinal);

            Handed(content).Where(OfPlans.Contains).Distinct().Should().BeEquivalentTo(expected);
            foreach (var code in expected)
            {
                seen[code] = seen.GetValueOrDefault(code) + 1;
            }
        }

        output.WriteLine(string.Join(", ", seen.Select(kind => $"{kind.Value} {kind.Key}")));
        seen.Keys.Should().BeEquivalentTo(OfPlans);
        seen.Should().OnlyContain(kind => kind.Value >= 30);
    }

    [Theory]
    [InlineData("normal", "Submit", "CompleteAssessment")]
    [InlineData("standard", "Submit", "Authorize")]
    [InlineData("pre-approved", "Submit", "Schedule")]
    [InlineData("emergency", "Submit", "Hold")]
    public void What_was_handed_in_whole_cannot_be_hollowed_out_afterwards(string model, params string[] way)
    {
        var traveler = new Traveler(model).Go(way);
        ChangeCommand Without(Func<ChangeContent, ChangeContent> edit) => new AmendChange(edit(traveler.Change.Content));
        IEnumerable<string> Codes(ChangeCommand command) => traveler.Ask(traveler.By(Cast.Rita, command)).Refusals.Select(refusal => refusal.Code);

        Codes(Without(content => content with { RemediationPlan = ChangePlan.Empty })).Should().Equal("change.plan.amended-unfit");
        Codes(Without(content => content with { TestPlan = ChangePlan.Of("x", "x") })).Should().Equal("change.plan.amended-unfit");
        Codes(Without(content => content with { Notes = "n" })).Should().BeEmpty();
        Codes(Without(content => content with { TestPlan = ChangePlan.Of("x") })).Should().BeEmpty();
    }

    // Said again, one rule after the other, without the library's own words.
    private static IEnumerable<string> Wrong(ChangeContent content)
    {
        var (made, tried, undone) = (content.ImplementationPlan.Tasks.ToList(), content.TestPlan.Tasks.ToList(), content.RemediationPlan.Tasks.ToList());
        var together = made.Concat(tried).Select(task => task.Name).ToList();
        if (together.ToHashSet().Count < together.Count || undone.Select(task => task.Name).ToHashSet().Count < undone.Count)
        {
            yield return OfPlans[0];
        }

        if (made.Count(task => task.IsPointOfNoReturn) > 1)
        {
            yield return OfPlans[1];
        }

        if (tried.Exists(task => task.IsPointOfNoReturn) || undone.Exists(task => task.IsPointOfNoReturn))
        {
            yield return OfPlans[2];
        }

        if (made.Concat(tried).Concat(undone).Any(task => task.Outages.Any(outage => !content.Services.Contains(outage.Service))))
        {
            yield return OfPlans[3];
        }

        if (content.Effort is { } effort)
        {
            if (made.Sum(Ticks) > effort.Work.BclCompatibleTicks)
            {
                yield return OfPlans[4];
            }

            if (undone.Sum(Ticks) > effort.BackOut.BclCompatibleTicks)
            {
                yield return OfPlans[5];
            }
        }
    }

    private static long Ticks(PlanTask task) => task.Length?.BclCompatibleTicks ?? 0;

    private static PlanTask Taking(string name, Duration length) => new(name) { Length = length };

    private static List<string> Handed(ChangeContent content)
    {
        var traveler = new Traveler("normal", content);
        return traveler.Ask(traveler.Good("Submit")).Refusals.Select(refusal => refusal.Code).ToList();
    }
}
