using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Walks over the starts of a rule, in seconds of the wall clock, from anywhere: nothing costs more for being far from the first start.</summary>
internal abstract class RuleWalk
{
    private protected RuleWalk()
    {
    }

    /// <summary>No day has more starts.</summary>
    public abstract int MostStartsOfADay { get; }

    /// <summary>The first start from a time on, that is not after another.</summary>
    /// <returns>Null when there is none, or when the steps are spent.</returns>
    public abstract long? Next(long from, long until, SearchEffort effort);

    /// <summary>The last start up to a time, that is not before another.</summary>
    /// <returns>Null when there is none, or when the steps are spent.</returns>
    public abstract long? Previous(long until, long from, SearchEffort effort);

    /// <summary>The start of a number, counted from 1 at a time on, that is not after another.</summary>
    /// <returns>Null when there are fewer, or when the steps are spent.</returns>
    public abstract long? Numbered(int number, long from, long until, SearchEffort effort);

    public static RuleWalk Of(RecurrenceParts parts, LocalDateTime start)
    {
        var days = new DayMasks(new DayRule(parts, start.Date));
        var times = DayPatterns.Of(parts, start);
        var first = RecurrenceTimes.Seconds(start);
        var isCoarse = parts.Frequency > RecurrenceFrequency.Daily;
        if (isCoarse && (parts.Interval > 1 || parts.Positions.Count > 0))
        {
            return new PeriodWalk(days, times, PeriodNumbering.Of(parts), CivilDays.Split(first).Day, parts.Interval, parts.Positions);
        }

        return isCoarse || times.Units.Length % parts.Interval == 0
            ? new PlainWalk(days, times)
            : new StrideWalk(days, times, first, parts.Interval);
    }
}
