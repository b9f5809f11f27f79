using Ical.Net.DataTypes;
using Ical.Net.Serialization.DataTypes;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Single values, as Ical.Net reads them; where it throws or reads nothing, there is no value.</summary>
internal static class ValueReader
{
    private const int MostDigits = 9;

    public static string Text(string value) => new StringSerializer().Deserialize(new StringReader(value)) as string ?? string.Empty;

    /// <summary>A list of texts, separated by commas that are not escaped.</summary>
    public static IEnumerable<string> Texts(string value)
    {
        var start = 0;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\')
            {
                at++;
            }
            else if (value[at] == ',')
            {
                yield return Text(value[start..at]);
                start = at + 1;
            }
        }

        yield return Text(value[start..]);
    }

    public static CalDateTime? Time(string value) => value.Length == 0 ? null : Read(() => new DateTimeSerializer().Deserialize(new StringReader(value)) as CalDateTime);

    public static LocalDateTime Local(CalDateTime time) => LocalDateTime.FromDateTime(time.Value);

    /// <summary>A duration, as whole days and seconds.</summary>
    public static (long Days, long Seconds)? Length(string value)
    {
        var isShort = value.Split(['P', 'W', 'D', 'T', 'H', 'M', 'S', 'p', 'w', 'd', 't', 'h', 'm', 's']).All(number => number.Length <= MostDigits);
        return isShort && Read(() => new DurationSerializer().Deserialize(new StringReader(value))) is Ical.Net.DataTypes.Duration read
            ? ((7L * (read.Weeks ?? 0)) + (read.Days ?? 0), (3_600L * (read.Hours ?? 0)) + (60L * (read.Minutes ?? 0)) + (read.Seconds ?? 0))
            : null;
    }

    private static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }
}
