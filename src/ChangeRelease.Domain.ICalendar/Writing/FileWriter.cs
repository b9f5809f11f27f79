using ChangeRelease.Domain.Calendars;
using Ical.Net;
using Ical.Net.Serialization;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Writes a whole file: values by Ical.Net, rules by the library, lines folded anew.</summary>
internal static class FileWriter
{
    private const string Product = "-//ChangeRelease.Domain//ICalendar//EN";

    public static string Write(CalendarFile file, Instant stamp)
    {
        var writer = new EventWriter(stamp, file);
        var events = file.Entries.SelectMany(writer.Write).ToList();
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };
        Describe(calendar, file);
        foreach (var (written, _) in events)
        {
            calendar.Events.Add(written);
        }

        var text = new CalendarSerializer().SerializeToString(calendar) ?? string.Empty;
        return ContentText.Folded(WithRules(ContentText.Unfolded(text), events.Select(one => one.Rules)));
    }

    private static void Describe(Calendar calendar, CalendarFile file)
    {
        Say(calendar, "X-WR-CALNAME", file.Name);
        Say(calendar, "X-WR-CALDESC", file.Description);
        Say(calendar, "X-WR-TIMEZONE", file.Zone ?? string.Empty);
        Say(calendar, "X-CALENDAR-TYPE", file.Otherwise switch
        {
            CalendarDefault.OpenByDefault => "DEFAULT_OPEN",
            CalendarDefault.ClosedByDefault => "DEFAULT_CLOSED",
            _ => string.Empty,
        });
    }

    private static void Say(Calendar calendar, string name, string value)
    {
        if (value.Length > 0)
        {
            calendar.AddProperty(name, value);
        }
    }

    // Ical.Net does not know all of what a rule may say, such as SKIP.
    private static IEnumerable<string> WithRules(IEnumerable<string> lines, IEnumerable<IEnumerable<string>> rules)
    {
        using var next = rules.GetEnumerator();
        foreach (var line in lines)
        {
            foreach (var rule in line == "END:VEVENT" && next.MoveNext() ? next.Current : [])
            {
                yield return rule;
            }

            yield return line;
        }
    }
}
