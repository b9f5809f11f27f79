namespace ChangeRelease.Domain.Calendars;

/// <summary>The walk of a rule of days or less, whose interval does not divide a day, so that each day has times of its own.</summary>
internal sealed class StrideWalk(DayMasks days, DayPattern times, long first, int interval) : RuleWalk
{
    private readonly long _firstUnit = CivilDays.FloorDiv(first, times.UnitLength);

    /// <summary>Whether no part limits the rule: then every stride is one unit with starts.</summary>
    private bool IsUnlimited => days.Rule.IsEveryDay && times.Units.Count == times.Units.Length / Common(interval, times.Units.Length);

    public override long? Next(long from, long until, SearchEffort effort)
    {
        var last = CivilDays.Split(until).Day;
        for (var at = from; times.Count > 0 && at <= until && effort.Step(at);)
        {
            var (day, second) = CivilDays.Split(at);
            if (days.Next(day, last, effort) is not { } found)
            {
                return null;
            }

            (at, var unit) = Meet(found, found == day ? second / times.UnitLength : 0);
            if (unit < 0)
            {
                continue;
            }

            var into = Math.Max(0, from - at);
            var rest = times.CountWithinBelow((int)Math.Min(into, times.UnitLength));
            if (rest < times.Within.Length)
            {
                return at + times.Within[rest] is var start && start <= until ? start : null;
            }

            at += times.UnitLength;
        }

        return null;
    }

    public override long? Previous(long until, long from, SearchEffort effort)
    {
        var firstDay = CivilDays.Split(from).Day;
        for (var at = until; times.Count > 0 && at >= from && effort.Step(at);)
        {
            var (day, second) = CivilDays.Split(at);
            if (days.Previous(day, firstDay, effort) is not { } found)
            {
                return null;
            }

            var unit = times.Units.Previous(found == day ? second / times.UnitLength : times.Units.Length - 1);
            var dayStart = (long)found * CivilDays.Seconds;
            if (unit < 0)
            {
                at = dayStart - 1;
                continue;
            }

            var index = (dayStart / times.UnitLength) + unit;
            if (index < _firstUnit)
            {
                return null;
            }

            var met = CivilDays.AlignDown(index, _firstUnit, interval);
            var unitStart = met * times.UnitLength;
            var rest = met == index ? times.CountWithinBelow((int)Math.Min(times.UnitLength, until - unitStart + 1)) - 1 : -1;
            if (rest >= 0)
            {
                return unitStart + times.Within[rest] is var start && start >= from ? start : null;
            }

            at = met == index ? unitStart - 1 : unitStart + times.UnitLength - 1;
        }

        return null;
    }

    public override long? Numbered(int number, long from, long until, SearchEffort effort)
    {
        if (times.Count == 0)
        {
            return null;
        }

        if (!IsUnlimited)
        {
            return Walked(number, from, until, effort);
        }

        var unit = CivilDays.AlignUp(CivilDays.FloorDiv(from, times.UnitLength), _firstUnit, interval);
        var rank = number - 1L + times.CountWithinBelow((int)Math.Max(0, from - (unit * times.UnitLength)));
        var strides = rank / times.Within.Length;
        if (strides > (CivilDays.FloorDiv(until, times.UnitLength) - unit) / interval)
        {
            return null;
        }

        var start = ((unit + (strides * interval)) * times.UnitLength) + times.Within[rank % times.Within.Length];
        return start <= until ? start : null;
    }

    private long? Walked(int number, long from, long until, SearchEffort effort)
    {
        var start = Next(from, until, effort);
        for (; start is { } at && number > 1; number--)
        {
            start = Next(at + 1, until, effort);
        }

        return start;
    }

    /// <summary>The next unit of a day; when the interval does not meet it, the next that it meets, to be looked at anew.</summary>
    private (long At, int Unit) Meet(int day, int from)
    {
        var dayStart = (long)day * CivilDays.Seconds;
        var unit = times.Units.Next(from);
        if (unit < 0)
        {
            return (dayStart + CivilDays.Seconds, -1);
        }

        var index = (dayStart / times.UnitLength) + unit;
        var met = CivilDays.AlignUp(index, _firstUnit, interval);
        return (met * times.UnitLength, met == index ? unit : -1);
    }

    private static int Common(int one, int other) => other == 0 ? one : Common(other, one % other);
}
