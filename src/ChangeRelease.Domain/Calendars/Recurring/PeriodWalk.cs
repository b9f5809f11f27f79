using System.Collections.Concurrent;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The walk of a rule of weeks, months or years that leaves some of them out, or picks starts of each by position.</summary>
internal sealed class PeriodWalk(DayMasks days, DayPattern times, PeriodNumbering periods, int firstDay, int interval, IReadOnlyList<int> positions) : RuleWalk
{
    private readonly int _first = periods.NumberOf(firstDay);

    // Most periods have one of a few sizes, and which of their items the positions pick depends on nothing else.
    private readonly ConcurrentDictionary<int, int[]> _ranks = [];

    public override int MostStartsOfADay => positions.Count == 0 ? times.Count : Math.Min(times.Count, positions.Count);

    public override long? Next(long from, long until, SearchEffort effort)
    {
        var ((day, second), last) = (CivilDays.Split(from), CivilDays.Split(until).Day);
        while (times.Count > 0 && days.Next(day, last, effort) is { } found)
        {
            var at = periods.NumberOf(found);
            var met = CivilDays.AlignUp(at, _first, interval);
            if (met > periods.NumberOf(last))
            {
                return null;
            }

            var period = (int)met;
            if (period == at && StartFrom(Position(found, found == day ? second : 0), period) is { } start)
            {
                return start <= until ? start : null;
            }

            (day, second) = period != at ? (periods.FirstDayOf(period), 0)
                : positions.Count > 0 ? (periods.FirstDayOf(period + 1), 0)
                : (found + 1, 0);
        }

        return null;
    }

    public override long? Previous(long until, long from, SearchEffort effort)
    {
        var ((day, second), first) = (CivilDays.Split(until), CivilDays.Split(from).Day);
        while (times.Count > 0 && days.Previous(day, first, effort) is { } found && periods.NumberOf(found) is var at && at >= _first)
        {
            var period = (int)CivilDays.AlignDown(at, _first, interval);
            if (period == at && StartUpTo(Position(found, found == day ? second : CivilDays.Seconds - 1), period) is { } start)
            {
                return start >= from ? start : null;
            }

            (day, second) = period != at ? (periods.FirstDayOf(period + 1) - 1, CivilDays.Seconds - 1)
                : positions.Count > 0 ? (periods.FirstDayOf(period) - 1, CivilDays.Seconds - 1)
                : (found - 1, CivilDays.Seconds - 1);
        }

        return null;
    }

    public override long? Numbered(int number, long from, long until, SearchEffort effort)
    {
        if (times.Count == 0)
        {
            return null;
        }

        var (rank, last) = (number - 1L, CivilDays.Split(until).Day);
        var lastPeriod = periods.NumberOf(last);
        var period = CivilDays.AlignUp(periods.NumberOf(CivilDays.Split(from).Day), _first, interval);
        rank += period > lastPeriod ? 0 : CountBelow(from, (int)period);
        if (periods.IsOfWeeks && days.Rule.IsOfWeekdays && period <= lastPeriod)
        {
            // Every week has the same number of starts.
            var each = Count((int)period);
            period += each == 0 ? 0 : rank / each * interval;
            rank = each == 0 ? rank : rank % each;
        }

        for (; period <= lastPeriod && effort.Step(Position(periods.FirstDayOf((int)period), 0)); period += interval)
        {
            var count = Count((int)period);
            if (rank < count)
            {
                var start = At((int)period, (int)rank);
                return start <= until ? start : null;
            }

            rank -= count;
        }

        return null;
    }

    private static long Position(int day, int second) => ((long)day * CivilDays.Seconds) + second;

    /// <summary>The first start of a period from a time on; without positions, of that day.</summary>
    private long? StartFrom(long from, int period)
    {
        if (positions.Count > 0)
        {
            return PickedAt(period, PickedBelow(from, period));
        }

        var (day, second) = CivilDays.Split(from);
        return times.Next(second) is >= 0 and var time ? Position(day, time) : null;
    }

    private long? StartUpTo(long until, int period)
    {
        if (positions.Count > 0)
        {
            return PickedAt(period, PickedBelow(until + 1, period) - 1);
        }

        var (day, second) = CivilDays.Split(until);
        return times.Previous(second) is >= 0 and var time ? Position(day, time) : null;
    }

    private int Whole(int period) => days.Count(periods.FirstDayOf(period), periods.FirstDayOf(period + 1)) * times.Count;

    private int Count(int period) => positions.Count == 0 ? Whole(period) : RanksOf(period).Length;

    private int CountBelow(long from, int period)
    {
        if (positions.Count > 0)
        {
            return PickedBelow(from, period);
        }

        var (first, (day, second)) = (periods.FirstDayOf(period), CivilDays.Split(from));
        return day < first ? 0 : (days.Count(first, day) * times.Count) + (days.Contains(day) ? times.CountBelow(second) : 0);
    }

    private long At(int period, int rank) => Ranked(period, positions.Count == 0 ? rank : RanksOf(period)[rank]);

    private long? PickedAt(int period, int at) => RanksOf(period) is var ranks && at >= 0 && at < ranks.Length ? Ranked(period, ranks[at]) : null;

    /// <summary>How many of the picked starts of a period come before a time: they come in order.</summary>
    private int PickedBelow(long time, int period)
    {
        var ranks = RanksOf(period);
        var (low, high) = (0, ranks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Ranked(period, ranks[middle]) < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int[] RanksOf(int period)
    {
        var count = Whole(period);
        return _ranks.TryGetValue(count, out var known) ? known : _ranks.GetOrAdd(count, [.. DayPatterns.Ranks(positions, count)]);
    }

    private long Ranked(int period, int rank) =>
        Position(days.At(periods.FirstDayOf(period), rank / times.Count), times.At(rank % times.Count));
}
