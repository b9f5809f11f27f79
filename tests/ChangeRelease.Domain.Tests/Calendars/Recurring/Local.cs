using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>Short words for the examples.</summary>
internal static class Local
{
    private static readonly LocalDateTimePattern _time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>Reads <c>2026-11-03</c>, at nine, or with a time to the minute or second.</summary>
    public static LocalDateTime Time(string text) => _time.Parse(text.Length switch
    {
        10 => $"{text} 09:00:00",
        16 => $"{text}:00",
        _ => text,
    }).GetValueOrThrow();

    /// <summary>Reads several days at nine, or times of one day: <c>1997-09-02 04 1997-10-06</c> gives days of the same month by two digits.</summary>
    public static IEnumerable<LocalDateTime> Times(string text)
    {
        var last = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            last = word.Length switch
            {
                2 => $"{last[..7]}-{word}",
                5 => $"{last[..4]}-{word}",
                _ => word,
            };
            yield return Time(last);
        }
    }

    /// <summary>Reads times of one day: <c>09:00 09:20</c>.</summary>
    public static IEnumerable<LocalDateTime> On(string day, string times) => times.Split(' ').Select(time => Time($"{day} {time}"));
}
