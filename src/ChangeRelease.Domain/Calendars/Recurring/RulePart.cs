using System.Globalization;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Reads single values of the parts of a rule, digit by digit.</summary>
internal static class RulePart
{
    private const int MostShown = 40;

    public static readonly string[] Names =
    [
        "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS",
        "WKST", "RSCALE", "SKIP",
    ];

    public static int? Whole(string text) => Digits(text, 10);

    public static int? Unsigned(string text) => Digits(text, 2);

    public static int? Signed(string text) => text switch
    {
        ['+', .. var digits] => Digits(digits, 3),
        ['-', .. var digits] => -Digits(digits, 3),
        _ => Digits(text, 3),
    };

    public static NthWeekday? Weekday(string text)
    {
        if (text.Length < 2 || NthWeekday.DayOf(text.AsSpan(text.Length - 2)) is not { } day)
        {
            return null;
        }

        var number = text[..^2];
        return number.Length == 0 ? NthWeekday.Every(day)
            : Signed(number) is { } ordinal && ordinal != 0 && Math.Abs(ordinal) <= NthWeekday.Most ? NthWeekday.Nth(ordinal, day)
            : null;
    }

    /// <summary>The text, cut short and without anything but plain characters.</summary>
    public static string Shown(string text) =>
        string.Concat(text.Take(MostShown).Select(character => character is >= ' ' and <= '~' ? character : '?')) + (text.Length > MostShown ? "…" : string.Empty);

    private static int? Digits(string text, int most) =>
        text.Length >= 1 && text.Length <= most && text.All(char.IsAsciiDigit) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
