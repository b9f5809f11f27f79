using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Reads the times of the day from a rule. What it does not say comes from the first start.</summary>
internal static class DayPatterns
{
    public static DayPattern Of(RecurrenceParts parts, LocalDateTime start)
    {
        var unit = UnitOf(parts.Frequency);
        return new DayPattern(unit, Units(parts, start, unit), Within(parts, start));
    }

    /// <summary>How many seconds the smallest period of a frequency has; all that are not shorter than a day have a day.</summary>
    public static int UnitOf(RecurrenceFrequency frequency) => frequency switch
    {
        RecurrenceFrequency.Secondly => 1,
        RecurrenceFrequency.Minutely => 60,
        RecurrenceFrequency.Hourly => 3_600,
        _ => CivilDays.Seconds,
    };

    /// <summary>The units that the time parts allow, and that the interval can ever meet: more is known only if it divides the day.</summary>
    private static Bits Units(RecurrenceParts parts, LocalDateTime start, int unit)
    {
        var number = CivilDays.Seconds / unit;
        var (hours, minutes, seconds) = (Mask(parts.Hours), Mask(parts.Minutes), Mask(Seconds(parts)));
        var meets = parts.Frequency > RecurrenceFrequency.Hourly ? 1 : CivilDays.Common(parts.Interval, number);
        var rest = CivilDays.FloorMod(CivilDays.FloorDiv(RecurrenceTimes.Seconds(start), unit), meets);
        return Bits.Of(number, at => at % meets == rest
            && (unit > 3_600 || ((hours >> (at * unit / 3_600)) & 1) != 0)
            && (unit > 60 || ((minutes >> (at * unit / 60 % 60)) & 1) != 0)
            && (unit > 1 || ((seconds >> (at % 60)) & 1) != 0));
    }

    /// <summary>The seconds within the smallest period, or within the day, at which it starts.</summary>
    public static int[] Within(RecurrenceParts parts, LocalDateTime start)
    {
        var frequency = parts.Frequency;
        int[] hours = frequency <= RecurrenceFrequency.Hourly ? [0] : Given(parts.Hours, start.Hour);
        int[] minutes = frequency <= RecurrenceFrequency.Minutely ? [0] : Given(parts.Minutes, start.Minute);
        int[] seconds = frequency == RecurrenceFrequency.Secondly ? [0] : Given(Seconds(parts), start.Second);
        int[] all = [.. (from hour in hours from minute in minutes from second in seconds select (hour * 3_600) + (minute * 60) + second).Order()];
        return frequency > RecurrenceFrequency.Daily || parts.Positions.Count == 0
            ? all
            : [.. Ranks(parts.Positions, all.Length).Select(rank => all[rank])];
    }

    /// <summary>The ranks, from 0 and in order, that positions pick out of a number of items.</summary>
    public static IEnumerable<int> Ranks(IEnumerable<int> positions, int count) => positions
        .Select(position => position > 0 ? position - 1 : count + position)
        .Where(rank => rank >= 0 && rank < count)
        .Distinct()
        .Order();

    /// <summary>A leap second is the second before it, where clocks have none (RFC 5545, 3.3.12).</summary>
    private static IReadOnlyList<int> Seconds(RecurrenceParts parts) => [.. parts.Seconds.Select(second => Math.Min(second, 59)).Distinct()];

    /// <summary>A bit for each number; all when none is given.</summary>
    private static ulong Mask(IReadOnlyList<int> numbers) =>
        numbers.Count == 0 ? ulong.MaxValue : numbers.Aggregate(0UL, (mask, number) => mask | (1UL << number));

    private static int[] Given(IReadOnlyList<int> numbers, int otherwise) => numbers.Count == 0 ? [otherwise] : [.. numbers];
}
