namespace ChangeRelease.Domain.Scheduling;

/// <summary>Tells times in whole units since an origin: schedules are mostly in whole minutes, which take half the memory of microseconds.</summary>
/// <param name="Origin">The earliest time, in microseconds.</param>
/// <param name="Unit">How many microseconds a unit has; every time of the schedule is a whole number of them after the origin.</param>
/// <param name="Last">The latest time, in units.</param>
internal readonly record struct TickScale(long Origin, long Unit, long Last)
{
    // A quarter of what an int holds, so that sums of two do not overflow.
    private const int MostOfInts = int.MaxValue >> 2;

    public static TickScale Microseconds => new(0, 1, long.MaxValue);

    /// <summary>Whether every time of the schedule is an <see cref="int"/> of units.</summary>
    public bool FitsInts => Last < MostOfInts;

    /// <summary>The scale of the greatest unit.</summary>
    /// <param name="first">The earliest time.</param>
    /// <param name="last">The latest time.</param>
    /// <param name="times">All times.</param>
    public static TickScale Of(long first, long last, IEnumerable<long> times)
    {
        var unit = 0L;
        foreach (var time in times)
        {
            unit = GreatestDivisor(time - first, unit);
            if (unit == 1)
            {
                break;
            }
        }

        return new TickScale(first, Math.Max(unit, 1), (last - first) / Math.Max(unit, 1));
    }

    /// <summary>A time of the schedule.</summary>
    public long Exactly(long time) => (time - Origin) / Unit;

    /// <summary>Before a time is, in units, what is before this.</summary>
    public int Up(long time) => (int)Math.Clamp(-Floor(Origin - time), -1, MostOfInts);

    /// <summary>After a time is, in units, what is after this.</summary>
    public int Down(long time) => (int)Math.Clamp(Floor(time - Origin), -1, MostOfInts);

    private static long GreatestDivisor(long one, long other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }

    private long Floor(long length) => length >= 0 ? length / Unit : -((Unit - 1 - length) / Unit);
}
