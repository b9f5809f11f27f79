using System.Numerics;
using ChangeRelease.Domain.Changes;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>The interval of a success rate, against the closed formula with forty digits.</summary>
public sealed class SuccessIntervalTests
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, 40);

    // Wilson's bounds for 95 %, as tables of statistics show them.
    [Theory]
    [InlineData(0, 0, 0, 10_000)]
    [InlineData(1, 0, 0, 7_935)]
    [InlineData(1, 1, 2_065, 10_000)]
    [InlineData(10, 8, 4_901, 9_434)]
    [InlineData(20, 18, 6_989, 9_722)]
    [InlineData(50, 50, 9_286, 10_000)]
    [InlineData(100, 50, 4_038, 5_962)]
    [InlineData(1_000, 990, 9_816, 9_946)]
    public void The_bounds_are_those_of_the_books_rounded_away_from_each_other(int trials, int successes, int lowest, int highest)
    {
        var interval = SuccessInterval.Of(new SimilarChanges(trials, successes), Confidence.Percent95);

        (interval.Lowest, interval.Highest).Should().Be((lowest, highest));
    }

    [Theory]
    [InlineData(Confidence.Percent90, 1_645)]
    [InlineData(Confidence.Percent95, 1_960)]
    [InlineData(Confidence.Percent99, 2_576)]
    public void The_bounds_are_those_of_the_closed_formula_down_to_the_last_digit(Confidence confidence, int errors)
    {
        var random = new Random(errors);
        for (var sample = 0; sample < 2_000; sample++)
        {
            var trials = sample < 60 ? sample : random.Next(1, sample % 3 == 0 ? int.MaxValue : 3_000);
            var successes = random.Next(4) switch { 0 => trials, 1 => 0, _ => random.Next(trials) };
            successes = Math.Min(successes, trials);

            var interval = SuccessInterval.Of(new SimilarChanges(trials, successes), confidence);

            interval.Lowest.Should().Be(Lower(trials, successes, errors), $"{successes} of {trials}");
            interval.Highest.Should().Be(10_000 - Lower(trials, trials - successes, errors), $"{successes} of {trials}");
        }
    }

    [Fact]
    public void Fewer_trials_at_the_same_rate_never_look_better()
    {
        for (var successes = 0; successes <= 10; successes++)
        {
            var lowest = Enumerable.Range(0, 50).Select(times => SuccessInterval.Of(new SimilarChanges(10 * times, successes * times), Confidence.Percent95).Lowest).ToList();

            lowest.Should().BeInAscendingOrder();
        }
    }

    [Fact]
    public void A_failure_more_never_looks_better()
    {
        for (var trials = 1; trials < 200; trials++)
        {
            Enumerable.Range(0, trials + 1).Select(successes => SuccessInterval.Of(new SimilarChanges(trials, successes), Confidence.Percent99).Lowest).Should().BeInAscendingOrder();
        }
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => new SimilarChanges(-1, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SimilarChanges(3, 4)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SimilarChanges(3, -1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SuccessInterval.Of(new SimilarChanges(3, 1), (Confidence)9)).Should().Throw<ArgumentOutOfRangeException>();
        SuccessInterval.Of(new SimilarChanges(20, 18), Confidence.Percent95).ToString().Should().Be("69.89 % to 97.22 %");
    }

    // (2s + z² - z √(z² + 4 s (n - s) / n)) / (2 (n + z²)), rounded down to a basis point.
    private static int Lower(int trials, int successes, int errors)
    {
        if (trials == 0 || successes == 0)
        {
            return 0;
        }

        var square = (BigInteger)errors * errors * Scale * Scale / 1_000_000;
        var root = Root((square + (4 * (BigInteger)successes * (trials - successes) * Scale * Scale / trials)) * square);
        var above = ((2 * (BigInteger)successes * Scale * Scale) + square - root) * 10_000;
        return (int)(above / (2 * (((BigInteger)trials * Scale * Scale) + square)));
    }

    private static BigInteger Root(BigInteger of)
    {
        var root = BigInteger.One << (int)((of.GetBitLength() + 1) / 2);
        for (var next = (root + (of / root)) / 2; next < root; next = (root + (of / root)) / 2)
        {
            root = next;
        }

        return root;
    }
}
