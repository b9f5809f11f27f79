namespace ChangeRelease.Domain.Benchmarks.Build;

/// <summary>Building a definition of 500 states and 5,000 transitions: verified, hashed, compiled.</summary>
internal static class BuildFigure
{
    private const double MostSeconds = 0.5;

    public static Figure Measure()
    {
        Agree();
        var measured = PairedRunner.Measure(
            Contender.Of("defined: verified, hashed, compiled", () => LargeTable.Define().Description.Transitions.Count),
            Contender.Of("Stateless, configured and nothing else", () => LargeTable.Configure().GetHashCode()));
        return new Figure("build  500 states, 5,000 transitions", measured, [new("defined, seconds", MostSeconds, Spread.Of(measured[0].Nanoseconds.Select(time => time / 1e9)))]);
    }

    // Both must be the whole table: as many states and ways as the figure says.
    private static void Agree()
    {
        var description = LargeTable.Define().Description;
        var told = LargeTable.Configure().GetInfo().States.ToList();
        var ways = description.Transitions.Sum(row => row.Outcomes.Count);
        if (description.States.Count != LargeTable.States
            || description.Transitions.Count != LargeTable.Transitions
            || told.Count != LargeTable.States
            || told.Sum(state => state.FixedTransitions.Count()) != ways)
        {
            throw new InvalidOperationException("The contenders build different tables.");
        }
    }
}
