using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Refusals are complete (S-3): over random requirements that wait for one another in random ways.</summary>
public sealed class CompleteRefusalTests
{
    private const int Most = 10;

    [Property(MaxTest = 500)]
    public FsCheck.Property Curing_every_judged_reason_again_and_again_leads_to_a_yes(int seed)
    {
        var (lifecycle, attempt) = Sketch(seed);
        var rounds = 0;
        for (var verdict = Take(lifecycle, attempt); !verdict.IsPermitted; verdict = Take(lifecycle, attempt))
        {
            var judged = Judged(verdict);
            judged.Should().NotBeEmpty("something can always be done");
            attempt = judged.Aggregate(attempt, (cured, number) => cured.Curing(number));
            rounds++;
        }

        return (rounds <= Most).Label("no longer than the longest wait").Classify(rounds == 0, "met at once").Classify(rounds > 2, "three rounds or more");
    }

    [Property(MaxTest = 500)]
    public FsCheck.Property Curing_all_but_one_leaves_exactly_that_one(int seed)
    {
        var (lifecycle, attempt) = Sketch(seed);
        var first = Judged(Take(lifecycle, attempt));
        foreach (var kept in first)
        {
            Judged(CuredBut(kept, lifecycle, attempt)).Should().Equal(kept);
        }

        return true.ToProperty().Classify(first.Count == 0, "met at once").Classify(first.Count > 1, "two reasons or more");
    }

    [Property(MaxTest = 500)]
    public FsCheck.Property Unjudged_reasons_wait_for_reasons_of_the_same_refusal(int seed)
    {
        var (lifecycle, attempt) = Sketch(seed);
        var refusals = Take(lifecycle, attempt).Refusals;
        var codes = refusals.Select(refusal => refusal.Code).ToHashSet(StringComparer.Ordinal);
        var waiting = refusals.Where(refusal => refusal.IsUnjudged).ToList();

        return (codes.Count == refusals.Count && waiting.TrueForAll(refusal => refusal.WaitsFor.All(codes.Contains)))
            .ToProperty().Classify(waiting.Count > 0, "something waits");
    }

    [Fact]
    public void The_sketches_are_not_trivial()
    {
        var verdicts = Enumerable.Range(0, 500).Select(Sketch).Select(sketch => Take(sketch.Lifecycle, sketch.Attempt)).ToList();

        verdicts.Count(verdict => verdict.Refusals.Any(refusal => refusal.IsUnjudged)).Should().BeGreaterThan(200);
        verdicts.Count(verdict => Judged(verdict).Count > 1).Should().BeGreaterThan(200);
    }

    private static Verdict CuredBut(int kept, Lifecycle<Trial> lifecycle, Trial attempt)
    {
        var verdict = Take(lifecycle, attempt);
        while (Judged(verdict).Any(number => number != kept))
        {
            attempt = Judged(verdict).Where(number => number != kept).Aggregate(attempt, (cured, number) => cured.Curing(number));
            verdict = Take(lifecycle, attempt);
        }

        return verdict;
    }

    private static Verdict Take(Lifecycle<Trial> lifecycle, Trial attempt) => lifecycle.Take(Draft, Close, attempt);

    private static List<int> Judged(Verdict verdict) =>
        [.. verdict.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => Trial.Number(refusal.Code))];

    private static (Lifecycle<Trial> Lifecycle, Trial Attempt) Sketch(int seed)
    {
        var random = new Random(seed);
        var needs = new List<Requirement<Trial>>();
        for (var number = 0; number < Most; number++)
        {
            needs.Add(Trial.Needs(number).After([.. needs.Where(_ => random.Next(4) == 0)]));
        }

        var asked = needs.Where(_ => random.Next(2) == 0).ToArray();
        random.Shuffle(asked);
        var lifecycle = Lifecycle.Define<Trial>("sketch", 1, table => table
            .StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).When(asked).EndsIn(Closed));
        return (lifecycle, new Trial((ulong)random.Next(1 << Most)));
    }
}
