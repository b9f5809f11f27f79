namespace ChangeRelease.Domain.Calendars;

/// <summary>The days that a rule names, year by year. Which they are depends on the shape of a year alone, and there are 28 shapes.</summary>
internal sealed class DayMasks(DayRule rule)
{
    private readonly Bits?[] _shapes = new Bits?[28];

    public DayRule Rule { get; } = rule;

    public Bits Of(int year)
    {
        ref var mask = ref _shapes[Shape(year)];
        return mask ??= Rule.Of(year);
    }

    public bool Contains(int day)
    {
        var (mask, from) = At(day);
        return mask.Next(from) == from;
    }

    /// <summary>The first day from one on and not after another.</summary>
    public int? Next(int day, int last, SearchEffort effort)
    {
        for (var year = CivilDays.YearOf(day); day <= last; day = CivilDays.YearStart(++year))
        {
            if (!effort.Step((long)day * CivilDays.Seconds))
            {
                return null;
            }

            var start = CivilDays.YearStart(year);
            if (Of(year).Next(day - start) is >= 0 and var found)
            {
                return start + found <= last ? start + found : null;
            }
        }

        return null;
    }

    /// <summary>The last day up to one and not before another.</summary>
    public int? Previous(int day, int first, SearchEffort effort)
    {
        for (var year = CivilDays.YearOf(day); day >= first; day = CivilDays.YearStart(year--) - 1)
        {
            if (!effort.Step((long)(day + 1) * CivilDays.Seconds))
            {
                return null;
            }

            var start = CivilDays.YearStart(year);
            if (Of(year).Previous(day - start) is >= 0 and var found)
            {
                return start + found >= first ? start + found : null;
            }
        }

        return null;
    }

    /// <summary>How many days there are from one on and before another.</summary>
    public int Count(int from, int until)
    {
        var count = 0;
        for (var year = CivilDays.YearOf(from); CivilDays.YearStart(year) < until; year++)
        {
            var start = CivilDays.YearStart(year);
            count += Of(year).CountBelow(until - start) - Of(year).CountBelow(Math.Max(0, from - start));
        }

        return count;
    }

    /// <summary>The day of a rank, counted from 0 at a day.</summary>
    public int At(int from, int rank)
    {
        for (var year = CivilDays.YearOf(from); ; year++)
        {
            var (mask, start) = (Of(year), CivilDays.YearStart(year));
            var before = mask.CountBelow(Math.Max(0, from - start));
            if (rank < mask.Count - before)
            {
                return start + mask.At(before + rank);
            }

            rank -= mask.Count - before;
        }
    }

    private (Bits Mask, int Day) At(int day)
    {
        var year = CivilDays.YearOf(day);
        return (Of(year), day - CivilDays.YearStart(year));
    }

    private static int Shape(int year)
    {
        var leap = CivilDays.IsLeap(year) ? 1 : CivilDays.IsLeap(year - 1) ? 2 : CivilDays.IsLeap(year + 1) ? 3 : 0;
        return (CivilDays.Weekday(CivilDays.YearStart(year)) * 4) + leap;
    }
}
