namespace ChangeRelease.Domain.Calendars;

/// <summary>The times of a day on which a rule starts: units of the day, and seconds within each unit.</summary>
internal sealed class DayPattern(int unitLength, Bits units, int[] within)
{
    /// <summary>How many seconds a unit has.</summary>
    public int UnitLength { get; } = unitLength;

    /// <summary>The units of the day: its seconds, minutes or hours, or one for all of it.</summary>
    public Bits Units { get; } = units;

    /// <summary>The seconds of each unit, in order.</summary>
    public int[] Within { get; } = within;

    public int Count => Units.Count * Within.Length;

    /// <summary>The first time from a second of the day on, or -1.</summary>
    public int Next(int second)
    {
        if (Within.Length == 0)
        {
            return -1;
        }

        var first = second / UnitLength;
        var unit = Units.Next(first);
        if (unit == first)
        {
            var rest = CountWithinBelow(second - (first * UnitLength));
            if (rest < Within.Length)
            {
                return (unit * UnitLength) + Within[rest];
            }

            unit = Units.Next(first + 1);
        }

        return unit < 0 ? -1 : (unit * UnitLength) + Within[0];
    }

    /// <summary>The last time up to a second of the day, or -1.</summary>
    public int Previous(int second)
    {
        if (Within.Length == 0)
        {
            return -1;
        }

        var last = second / UnitLength;
        var unit = Units.Previous(last);
        if (unit == last)
        {
            var rest = CountWithinBelow(second + 1 - (last * UnitLength)) - 1;
            if (rest >= 0)
            {
                return (unit * UnitLength) + Within[rest];
            }

            unit = Units.Previous(last - 1);
        }

        return unit < 0 ? -1 : (unit * UnitLength) + Within[^1];
    }

    public int CountBelow(int second)
    {
        var unit = second / UnitLength;
        var inUnit = Units.Next(unit) == unit ? CountWithinBelow(second - (unit * UnitLength)) : 0;
        return (Units.CountBelow(unit) * Within.Length) + inUnit;
    }

    public int At(int rank) => (Units.At(rank / Within.Length) * UnitLength) + Within[rank % Within.Length];

    public int CountWithinBelow(int second)
    {
        var at = Array.BinarySearch(Within, second);
        return at < 0 ? ~at : at;
    }
}
