namespace ChangeRelease.Domain.Benchmarks.F5;

/// <summary>A case: a million pieces of work within a year, in whole minutes, of a quarter of an hour to three weeks; and stretches that are asked about.</summary>
internal sealed class IntervalCase
{
    public const int Count = 1_000_000;
    public const int Asked = 131_072;
    public const long Minute = 60_000_000;

    private const int MinutesOfYear = 365 * 1_440;

    // Much work takes an hour or two, and some goes on for days.
    private static readonly int[] Lengths = [15, 30, 30, 60, 60, 60, 90, 120, 120, 240, 480, 480, 1_440, 1_440, 4_320, 20_160];

    public IntervalCase(int services, int seed)
    {
        var random = new Random(seed);
        (Services, Lists, Starts, Ends) = (services, new int[Count], new int[Count], new int[Count]);
        for (var at = 0; at < Count; at++)
        {
            Lists[at] = random.Next(services);
            Starts[at] = random.Next(MinutesOfYear / 5) * 5;
            Ends[at] = Starts[at] + LengthOf(random);
        }

        (AskedLists, AskedFrom, AskedUntil) = (new int[Asked], new int[Asked], new int[Asked]);
        for (var at = 0; at < Asked; at++)
        {
            AskedLists[at] = random.Next(services);
            AskedFrom[at] = random.Next(MinutesOfYear);
            AskedUntil[at] = AskedFrom[at] + random.Next(30, 480);
        }
    }

    public int Services { get; }

    public int[] Lists { get; }

    public int[] Starts { get; }

    public int[] Ends { get; }

    public int[] AskedLists { get; }

    public int[] AskedFrom { get; }

    public int[] AskedUntil { get; }

    private static int LengthOf(Random random)
    {
        var length = Lengths[random.Next(Lengths.Length)];
        return length + random.Next(length / 2);
    }
}
