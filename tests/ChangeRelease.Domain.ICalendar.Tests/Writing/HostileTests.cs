using System.Text;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Ical.Net;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar.Tests.Writing;

/// <summary>No name can begin a line of its own (P18): Ical.Net reads what we write as so many events at the same instants.</summary>
public sealed class HostileTests
{
    private static readonly string[] _pieces =
    [
        "\r", "\n", "\r\n", "\r\n ", "\n\t", ";", ",", ":", "\"", "\\", "\\n", "\\\\", "\\;", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x",
        "DTSTART:20270101T000000Z", "RRULE:FREQ=DAILY", "\0", "\u0007", "\u0085", "\u2028", "\u2029", "\u00A0", "\uFEFF", "e\u0301", "é", "€", "😀", "=", "^n", "%0A", "'", "<b>", "a", "Q", " ", "\t", "-",
    ];

    [Property(MaxTest = 300)]
    public Property No_text_changes_how_many_events_there_are_or_when()
    {
        var texts = Gen.Elements(_pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
        return Prop.ForAll(texts, texts, texts, (summary, description, category) =>
        {
            var file = File(summary, description, category);
            var text = CalendarText.Write(file, Ics.Stamp);

            return (HasTwoEvents(text, file)
                    && Ics.Read(text).GetValueOrThrow().Equals(file)
                    && text.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Any(character => character != '\t' && char.IsControl(character))))
                .Classify(summary.Contains("BEGIN:", StringComparison.Ordinal), "with a component in it")
                .Classify(summary.Any(char.IsControl), "with control characters")
                .Classify(summary.Length == 0, "empty");
        });
    }

    [Fact]
    public void A_character_is_never_cut_by_a_fold()
    {
        for (var before = 0; before < 80; before++)
        {
            var file = File(new string('x', before) + string.Concat(Enumerable.Repeat("😀é", 40)), string.Empty, "a");

            Ics.Read(CalendarText.Write(file, Ics.Stamp)).GetValueOrThrow().Should().Be(file);
        }
    }

    [Fact]
    public void A_hostile_UID_and_zone_stay_what_they_are()
    {
        var entry = new CalendarEntry("a;b,c:d\"e\\n\\f BEGIN:VEVENT", "Europe/London", RecurrenceSet.From(new LocalDateTime(2027, 1, 5, 22, 0)), RuleLength.For(Duration.FromHours(1)));

        Ics.Read(CalendarText.Write(new CalendarFile([entry]), Ics.Stamp)).GetValueOrThrow().Entries.Should().Equal(entry);
        Calendar.Load(CalendarText.Write(new CalendarFile([entry]), Ics.Stamp))!.Events.Should().ContainSingle().Which.Uid.Should().Be(entry.Uid);
    }

    private static bool HasTwoEvents(string text, CalendarFile file)
    {
        var events = Calendar.Load(text)!.Events.ToList();
        return events.Count == 2
            && events[0].Summary == (file.Entries[0].Summary is { Length: > 0 } summary ? summary : null)
            && events[0].DtStart!.AsUtc == new DateTime(2027, 1, 5, 22, 0, 0, DateTimeKind.Utc)
            && events[0].RecurrenceRule?.ToString() == "FREQ=WEEKLY;BYDAY=TU"
            && events[1].DtStart!.AsUtc == new DateTime(2027, 6, 5, 21, 0, 0, DateTimeKind.Utc)
            && events[1].DtEnd!.AsUtc == new DateTime(2027, 6, 5, 23, 30, 0, DateTimeKind.Utc);
    }

    private static CalendarFile File(string summary, string description, string category) => new(
    [
        new CalendarEntry("one", "Europe/London", RecurrenceRule.Weekly(IsoDayOfWeek.Tuesday).From(new LocalDateTime(2027, 1, 5, 22, 0)), RuleLength.For(Duration.FromHours(4)))
        {
            Summary = summary,
            Description = description,
            Categories = [category, "FREEZE"],
        },
        CalendarEntry.Booked("two", new Slot(Instant.FromUtc(2027, 6, 5, 21, 0), Instant.FromUtc(2027, 6, 5, 23, 30))) with { Summary = description, Sequence = 4 },
    ])
    {
        Name = summary,
        Description = category,
        Otherwise = CalendarDefault.OpenByDefault,
    };
}
