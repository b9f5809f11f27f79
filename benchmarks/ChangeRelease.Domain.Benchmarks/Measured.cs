namespace ChangeRelease.Domain.Benchmarks;

/// <summary>What one contender took.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Nanoseconds">Time per operation, one for each round.</param>
/// <param name="Bytes">Bytes allocated per operation, counted exactly.</param>
internal sealed record Measured(string Name, double[] Nanoseconds, double Bytes)
{
    public Spread Time => Spread.Of(Nanoseconds);

    /// <summary>How many times the other's time this one takes, round by round.</summary>
    public Spread Over(Measured other) => Spread.Of(Nanoseconds.Zip(other.Nanoseconds, (own, others) => own / others));
}

/// <summary>The middle of some values, and the quarters on either side.</summary>
/// <param name="Low">A quarter of the values lie below.</param>
/// <param name="Median">Half of the values lie below.</param>
/// <param name="High">A quarter of the values lie above.</param>
internal sealed record Spread(double Low, double Median, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Spread(sorted[sorted.Length / 4], sorted[sorted.Length / 2], sorted[sorted.Length * 3 / 4]);
    }
}
