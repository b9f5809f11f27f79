using System.Globalization;

namespace ChangeRelease.Domain.Benchmarks;

/// <summary>Prints figures as tables.</summary>
internal static class Report
{
    private const double NanosecondsOfMillisecond = 1e6;

    /// <summary>Prints a figure.</summary>
    /// <returns>Zero when every goal is met, else one.</returns>
    public static int Print(Figure figure, TextWriter to)
    {
        to.WriteLine(figure.Title);
        to.WriteLine();
        to.WriteLine($"{"contender",-44} {"median",10} {"quartiles",19} {"allocated",11}");
        foreach (var contender in figure.Contenders)
        {
            var (time, unit) = InUnits(contender.Time);
            to.WriteLine(Invariant($"{contender.Name,-44} {time.Median,7:F1} {unit} {Range(time, "F1"),19} {contender.Bytes,9:F1} B"));
        }

        to.WriteLine();
        to.WriteLine($"{"goal",-54} {"limit",8} {"median",9} {"quartiles",17}");
        foreach (var goal in figure.Goals)
        {
            to.WriteLine(Invariant($"{goal.Claim,-54} {goal.Limit,8:0.####} {goal.Reached.Median.ToString(FormatFor(goal), CultureInfo.InvariantCulture),9} {Range(goal.Reached, FormatFor(goal)),17}  {(goal.IsMet ? "met" : "NOT MET")}"));
        }

        to.WriteLine();
        return figure.Goals.All(goal => goal.IsMet) ? 0 : 1;
    }

    private static (Spread Time, string Unit) InUnits(Spread nanoseconds) => nanoseconds.Median < NanosecondsOfMillisecond
        ? (nanoseconds, "ns")
        : (new Spread(nanoseconds.Low / NanosecondsOfMillisecond, nanoseconds.Median / NanosecondsOfMillisecond, nanoseconds.High / NanosecondsOfMillisecond), "ms");

    private static string FormatFor(Goal goal) => goal.Limit is > 0 and < 0.01 ? "0.00000" : "0.000";

    private static string Range(Spread spread, string format) =>
        $"{spread.Low.ToString(format, CultureInfo.InvariantCulture)}..{spread.High.ToString(format, CultureInfo.InvariantCulture)}";

    private static string Invariant(FormattableString line) => FormattableString.Invariant(line);
}
