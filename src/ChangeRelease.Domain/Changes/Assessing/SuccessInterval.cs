namespace ChangeRelease.Domain.Changes;

/// <summary>Between which rates the success of changes lies: the score interval of Wilson (1927), with whole numbers throughout.</summary>
/// <remarks>
/// Rates are in basis points, hundredths of a percent. The lower bound is rounded down and the upper one up, so the interval is never narrower than
/// the exact one; the standard errors are rounded up to thousandths. Nothing is known without trials: the interval is then everything.
/// </remarks>
public sealed record SuccessInterval
{
    /// <summary>How many basis points are the whole.</summary>
    public const int Whole = 10_000;

    private const int Thousandths = 1_000;

    private SuccessInterval(int lowest, int highest) => (Lowest, Highest) = (lowest, highest);

    /// <summary>The lower bound in basis points, rounded down.</summary>
    public int Lowest { get; }

    /// <summary>The upper bound in basis points, rounded up.</summary>
    public int Highest { get; }

    /// <summary>The interval of some counts.</summary>
    /// <param name="similar">How many succeeded of how many.</param>
    /// <param name="confidence">How sure the interval is meant to be.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="similar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is none.</exception>
    public static SuccessInterval Of(SimilarChanges similar, Confidence confidence)
    {
        ArgumentNullException.ThrowIfNull(similar);
        var errors = ErrorsOf(confidence);
        var lowest = LowerBound(similar.Trials, similar.Successes, errors);
        return new SuccessInterval(lowest, Whole - LowerBound(similar.Trials, similar.Trials - similar.Successes, errors));
    }

    /// <summary>Both bounds in percent.</summary>
    /// <returns>For example <c>69.89 % to 97.22 %</c>.</returns>
    public override string ToString() => $"{Percent(Lowest)} to {Percent(Highest)}";

    internal static string Percent(int rate) => FormattableString.Invariant($"{rate / 100}.{rate % 100:00} %");

    // The greatest rate that the lower bound is not below; the bound falls on one side of it only.
    private static int LowerBound(int trials, int successes, int errors)
    {
        var (known, above) = (0, Whole);
        while (above - known > 1)
        {
            var rate = (known + above) / 2;
            (known, above) = IsAtLeast(rate, trials, successes, errors) ? (rate, above) : (known, rate);
        }

        return known;
    }

    // The bound is at least t when the rate seen lies above t by z standard errors of t: (s/n - t)² ≥ z² t (1 - t) / n, multiplied out.
    private static bool IsAtLeast(int rate, int trials, int successes, int errors)
    {
        var above = ((Int128)successes * Whole) - ((Int128)trials * rate);
        return above > 0 && above * above * Thousandths * Thousandths >= (Int128)errors * errors * rate * (Whole - rate) * trials;
    }

    private static int ErrorsOf(Confidence confidence) => confidence switch
    {
        Confidence.Percent90 => 1_645,
        Confidence.Percent95 => 1_960,
        Confidence.Percent99 => 2_576,
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "There is no such confidence."),
    };
}
