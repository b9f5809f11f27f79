namespace ChangeRelease.Domain.Calendars;

/// <summary>The walk of a rule of days or less, whose interval does not divide a day, so that each day has times of its own.</summary>
internal sealed class StrideWalk(DayMasks days, DayPattern times, long first, int interval) : RuleWalk
{
    private readonly long _firstUnit = CivilDays.FloorDiv(first, times.UnitLength);
    private readonly StrideMeetings _meetings = new(times.Units, CivilDays.FloorDiv(first, times.UnitLength), interval);

    /// <summary>Whether no part limits the rule: then every stride is one unit with starts.</summary>
    private bool IsUnlimited => days.Rule.IsEveryDay && times.Units.Count == times.Units.Length / CivilDays.Common(interval, times.Units.Length);

    public override int MostStartsOfADay => Math.Min(times.Units.Count, ((times.Units.Length - 1) / interval) + 1) * times.Within.Length;

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

            var unit = _meetings.Next(found, found == day ? second / times.UnitLength : 0);
            var start = unit * times.UnitLength;
            if (!_meetings.Allows(unit, found))
            {
                at = start;
                continue;
            }

            var rest = times.CountWithinBelow((int)Math.Clamp(at - start, 0, times.UnitLength));
            if (rest < times.Within.Length)
            {
                return start + times.Within[rest] is var next && next <= until ? next : null;
            }

            at = start + times.UnitLength;
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

            var unit = _meetings.Previous(found, found == day ? second / times.UnitLength : times.Units.Length - 1);
            var start = unit * times.UnitLength;
            if (!_meetings.Allows(unit, found))
            {
                at = start + times.UnitLength - 1;
                continue;
            }

            var rest = times.CountWithinBelow((int)Math.Clamp(at - start + 1, 0, times.UnitLength)) - 1;
            if (rest >= 0)
            {
                return start + times.Within[rest] is var previous && previous >= from ? previous : null;
            }

            at = start - 1;
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
}
