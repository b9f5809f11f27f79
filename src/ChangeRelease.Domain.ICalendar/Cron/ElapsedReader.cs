using System.Globalization;
using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads elapsed times such as <c>1h30m</c>, number by number, in decimals that lose nothing.</summary>
internal static class ElapsedReader
{
    private const string Part = "duration";
    private const int MostDigits = 12;
    private const decimal Longest = 36_525m * NodaConstants.NanosecondsPerDay;

    public static CronReading<RuleLength> Read(string text)
    {
        if (text.Length is 0 or > CronText.LongestText)
        {
            return Unreadable(text);
        }

        var (sum, at) = (0m, 0);
        while (at < text.Length)
        {
            if (Number(text, ref at) is not { } number || Unit(text, ref at) is not { } unit)
            {
                return Unreadable(text);
            }

            sum += number * unit;
        }

        return sum switch
        {
            < NodaConstants.NanosecondsPerMillisecond => Refused("calendar.cron.duration-empty", "It lasts less than a millisecond. Write a longer one."),
            > Longest => Refused("calendar.cron.duration-too-long", "It lasts longer than a hundred years. Write a shorter one."),
            _ => new CronReading<RuleLength>(RuleLength.For(Duration.FromNanoseconds(decimal.ToInt64(sum))), []),
        };
    }

    private static decimal? Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        return at - start <= MostDigits && decimal.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static long? Unit(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !char.IsAsciiDigit(text[at]) && text[at] != '.')
        {
            at++;
        }

        return text[start..at] switch
        {
            "h" => NodaConstants.NanosecondsPerHour,
            "m" => NodaConstants.NanosecondsPerMinute,
            "s" => NodaConstants.NanosecondsPerSecond,
            "ms" => NodaConstants.NanosecondsPerMillisecond,
            "us" or "µs" or "μs" => 1_000,
            "ns" => 1,
            _ => null,
        };
    }

    private static CronReading<RuleLength> Unreadable(string text) =>
        Refused("calendar.cron.duration-unreadable", $"'{Shown.Of(text)}' is no elapsed time like 2h, 1h30m or 15m. Write numbers, each with one of h, m, s, ms, us and ns.");

    private static CronReading<RuleLength> Refused(string code, string message) => new(null, [new(code, Part, message)]);
}
