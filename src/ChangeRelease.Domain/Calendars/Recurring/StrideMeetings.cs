namespace ChangeRelease.Domain.Calendars;

/// <summary>
/// Where strides meet units that a rule allows. Units are counted from the day 0. A stride meets a given unit of the day again after
/// as many days as the interval has parts that no day has; few units are asked for it each, many are tried in turn.
/// </summary>
internal sealed class StrideMeetings
{
    private const int Few = 64;

    private readonly Bits _units;
    private readonly long _first;
    private readonly long _interval;
    private readonly long _common;
    private readonly long _cycle;
    private readonly long _inverse;

    public StrideMeetings(Bits units, long first, int interval)
    {
        (_units, _first, _interval) = (units, first, interval);
        _common = CivilDays.Common(interval, units.Length);
        _cycle = interval / _common;
        _inverse = Inverse(units.Length / _common, _cycle);
    }

    /// <summary>A unit at or after one of a day, before which none is met; it is itself met if it is allowed (<see cref="Allows"/>) on that day.</summary>
    public long Next(int day, int unit) => _units.Count <= Few ? NextOfFew(day, unit) : NextOfMany(day, unit);

    /// <summary>A unit at or before one of a day, after which none is met; it is itself met if it is allowed (<see cref="Allows"/>) on that day.</summary>
    public long Previous(int day, int unit) => _units.Count <= Few ? PreviousOfFew(day, unit) : PreviousOfMany(day, unit);

    /// <summary>Whether a unit is of a day, and one that the rule allows.</summary>
    public bool Allows(long index, int day) => index - ((long)day * _units.Length) is var unit
        && unit >= 0 && unit < _units.Length && _units.Next((int)unit) == unit;

    private long NextOfFew(int day, int from)
    {
        var best = long.MaxValue;
        for (var unit = _units.Next(0); unit >= 0; unit = _units.Next(unit + 1))
        {
            var index = ((day + (unit < from ? 1L : 0)) * _units.Length) + unit;
            best = Math.Min(best, index + (Days(CivilDays.FloorMod(_first - index, _interval)) * _units.Length));
        }

        return best;
    }

    private long PreviousOfFew(int day, int until)
    {
        var best = long.MinValue;
        for (var unit = _units.Next(0); unit >= 0; unit = _units.Next(unit + 1))
        {
            var index = ((day - (unit > until ? 1L : 0)) * _units.Length) + unit;
            best = Math.Max(best, index - (Days(CivilDays.FloorMod(index - _first, _interval)) * _units.Length));
        }

        return best;
    }

    private long NextOfMany(int day, int from) => _units.Next(from) is >= 0 and var unit
        ? CivilDays.AlignUp(((long)day * _units.Length) + unit, _first, _interval)
        : (day + 1L) * _units.Length;

    private long PreviousOfMany(int day, int until) => _units.Previous(until) is >= 0 and var unit
        ? CivilDays.AlignDown(((long)day * _units.Length) + unit, _first, _interval)
        : ((long)day * _units.Length) - 1;

    /// <summary>After how many days a unit is met that misses the stride by so much.</summary>
    private long Days(long missing) => missing / _common % _cycle * _inverse % _cycle;

    /// <summary>What a number is multiplied with to leave 1 when divided by another, with which it has no common divisor.</summary>
    private static long Inverse(long number, long by)
    {
        var (rest, next, factor, nextFactor) = (by, number % by, 0L, 1L);
        while (next != 0)
        {
            (rest, next, factor, nextFactor) = (next, rest % next, nextFactor, factor - (rest / next * nextFactor));
        }

        return CivilDays.FloorMod(factor, by);
    }
}
