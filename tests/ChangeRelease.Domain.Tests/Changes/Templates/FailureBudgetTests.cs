using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>The failure budget against someone who looks at the whole history each time (S-30).</summary>
public sealed class FailureBudgetTests(ITestOutputHelper output)
{
    private const int Seed = 30;
    private const int Histories = 20_000;

    [Fact]
    public void Random_histories_exhaust_the_budget_exactly_when_brute_force_says_so()
    {
        var (dice, exhausted, byIncident) = (new Random(Seed), 0, 0);
        for (var history = 0; history < Histories; history++)
        {
            var budget = Budget(dice);
            var (version, results) = (Version(budget), new List<TemplateResult>());
            for (var length = dice.Next(1, 25); length > 0; length--)
            {
                results.Add(Result(dice, results.Count));
                version = version.With(results[^1]);
                (version.ExhaustedBy is not null).Should().Be(IsExhausted(budget, results), $"{budget} after {results.Count} of history {history}");
            }

            version.Spent.Should().Be(results.Count);
            version.Latest.Should().Equal(results.TakeLast(budget.OfLast));
            exhausted += version.ExhaustedBy is null ? 0 : 1;
            byIncident += version.ExhaustedBy?.Contains("incident", StringComparison.Ordinal) == true ? 1 : 0;
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {exhausted} of {Histories} exhausted, {byIncident} by an incident"));
        exhausted.Should().BeInRange(Histories / 5, Histories * 9 / 10);
        byIncident.Should().BeGreaterThan(Histories / 50);
    }

    [Theory]
    [InlineData("ok fail", null)]
    [InlineData("fail fail", "2 of the last 2 changes failed")]
    [InlineData("fail ok fail", "2 of the last 3 changes failed")]
    [InlineData("fail ok ok fail", null)]
    [InlineData("fail ok ok fail ok fail", "2 of the last 3 changes failed")]
    [InlineData("fail fail ok ok ok ok", "2 of the last 2 changes failed")]
    public void Two_failures_of_the_last_three_exhaust_it_for_good(string history, string? told)
    {
        var version = history.Split(' ').Select((word, at) => new TemplateResult(new ChangeId($"CHG-{at}"), word == "fail", null)).Aggregate(Version(new FailureBudget(2, 3, Grade.Low)), (so, result) => so.With(result));

        (version.ExhaustedBy?.Split(',')[0]).Should().Be(told);
    }

    [Theory]
    [InlineData(Grade.Low, Grade.Low, false)]
    [InlineData(Grade.Low, Grade.Medium, true)]
    [InlineData(Grade.High, Grade.High, false)]
    [InlineData(Grade.High, Grade.Critical, true)]
    [InlineData(Grade.Critical, Grade.Critical, false)]
    public void A_single_incident_above_what_is_tolerated_exhausts_it(Grade tolerated, Grade severity, bool isExhausted) =>
        (Version(new FailureBudget(5, 5, tolerated)).With(new TemplateResult(new ChangeId("CHG-1"), false, severity)).ExhaustedBy is not null).Should().Be(isExhausted);

    // Every stretch of the history that could have been the latest one, looked at from scratch.
    private static bool IsExhausted(FailureBudget budget, List<TemplateResult> results)
    {
        for (var end = 1; end <= results.Count; end++)
        {
            var failed = 0;
            for (var at = Math.Max(0, end - budget.OfLast); at < end; at++)
            {
                failed += results[at].HasFailed ? 1 : 0;
            }

            if (failed >= budget.Failures || (int?)results[end - 1].Incident > (int)budget.ToleratedIncident)
            {
                return true;
            }
        }

        return false;
    }

    private static FailureBudget Budget(Random dice)
    {
        var window = dice.Next(1, 9);
        return new FailureBudget(dice.Next(1, window + 1), window, (Grade)dice.Next(1, 4));
    }

    private static TemplateResult Result(Random dice, int at) =>
        new(new ChangeId(FormattableString.Invariant($"CHG-{at}")), dice.Next(5) == 0, dice.Next(12) == 0 ? (Grade)dice.Next(4) : null);

    private static TemplateVersion Version(FailureBudget budget) => new(1, Play.Content with { Budget = budget }, Digest.Zero, Cast.Opening, Cast.Opening + Duration.FromDays(1));
}
