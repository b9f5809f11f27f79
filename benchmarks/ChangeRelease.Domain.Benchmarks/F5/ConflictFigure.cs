namespace ChangeRelease.Domain.Benchmarks.F5;

/// <summary>F5: what overlaps, among a million; all pairs; and whether a change may go there.</summary>
internal static class ConflictFigure
{
    public static Figure Measure()
    {
        Agree();
        var (many, one) = (new IntervalSubjects(new IntervalCase(10_000, seed: 8)), new IntervalSubjects(new IntervalCase(1, seed: 9)));
        var measured = PairedRunner.Measure(
        [
            .. many.Overlaps("10,000 services"),
            .. one.Overlaps("one service"),
            one.Linq("one service: LINQ over all"),
            many.Pairs("10,000 services: all pairs of the million"),
            Each("may it go there? checked", ComposedCase.MayStart),
            Each("may it go there? LINQ and the calendar", ComposedCase.Naive),
        ]);
        return new Figure("F5  what overlaps among a million within a year; all pairs; may it go there, among 100,000", measured, Goals(measured, many, one));
    }

    private static Goal[] Goals(IReadOnlyList<Measured> of, IntervalSubjects many, IntervalSubjects one) =>
    [
        new("10,000 services: stays / implicit interval tree", 0.7, of[0].Over(of[2])),
        new("one service: stays / implicit interval tree", 0.15, of[5].Over(of[7])),
        new("stays, bytes of an interval, the greater", 24, Spread.Of([Math.Max(many.BytesFixed, one.BytesFixed)])),
        new("changes, bytes of an interval, the greater", 28, Spread.Of([Math.Max(many.BytesLive, one.BytesLive)])),
        new("10,000 services: out and in again / a query", 4, of[4].Over(of[1])),
        new("one service: out and in again / a query", 4, of[9].Over(of[6])),
        new("all pairs, ns for each interval", 150, Spread.Of(of[11].Nanoseconds.Select(all => all / IntervalCase.Count))),
        new("may it go there: checked / LINQ and the calendar", 0.001, of[12].Over(of[13])),
        new("may it go there: checked, bytes", 0, Spread.Of([of[12].Bytes])),
    ];

    private static Contender Each(string name, Func<int, int> ask)
    {
        var at = 0;
        return Contender.Of(name, () => ask(at = (at + 1) % ComposedCase.Asked));
    }

    private static void Agree()
    {
        int[] answers = [.. Enumerable.Range(0, ComposedCase.Asked).Select(ComposedCase.MayStart)];
        if (!answers.SequenceEqual(Enumerable.Range(0, ComposedCase.Asked).Select(ComposedCase.Naive)) || answers.Sum() is < 100 or > ComposedCase.Asked - 100)
        {
            throw new InvalidOperationException($"The composed answers disagree, or are all alike: {answers.Sum()} may go.");
        }
    }
}
