using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Lifecycles.Documents;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Whatever is done to a business calendar's document, it is read or told what is wrong with it; and the schema says the same of its shape.</summary>
public sealed class BusinessDocumentFuzzTests
{
    private static readonly SchemaCheck _schema = new(JsonDocument.Parse(BusinessCalendarDocument.Schema()).RootElement);

    private static readonly string[] _extremes =
        ["-2147483648", "2147483647", "0", "-1", "8999", "9999", "\"-9998-01-01\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"02-29\"", "\"00:00\"", "\"23:59:59.999999999\"", "\"Etc/UTC\"", "[]", "null"];

    [Fact]
    public void Random_edits_of_a_sound_document_never_crash_and_what_is_read_answers()
    {
        var random = new Random(41);
        var sound = Encoding.UTF8.GetBytes(BusinessDocumentTests.Written);
        var (accepted, syntax, told, wrong) = (0, 0, 0, 0);
        for (var turn = 0; turn < 6_000; turn++)
        {
            var edited = (turn % 3) switch
            {
                0 => FuzzTests.Edited(sound, random),
                1 => FuzzTests.Reworded(sound, random),
                _ => WithExtreme(random),
            };
            var reading = BusinessCalendarDocument.Read(edited, Given.Zones);
            if (reading.Value is { } calendar)
            {
                accepted++;
                Ask(calendar);
            }

            var codes = reading.Faults.Select(fault => fault.Code).ToList();
            syntax += codes.Exists(code => code is "calendar.document.syntax" or "calendar.document.not-utf-8") ? 1 : 0;
            told += codes.Exists(code => code.StartsWith("calendar.document.", StringComparison.Ordinal)) ? 1 : 0;
            wrong += codes.Exists(code => !code.StartsWith("calendar.document.", StringComparison.Ordinal)) ? 1 : 0;
        }

        (accepted, syntax, told, wrong).Should().Match<(int Accepted, int Syntax, int Told, int Wrong)>(counts =>
            counts.Accepted > 300 && counts.Syntax > 500 && counts.Told > 2_000 && counts.Wrong > 100);
    }

    [Fact]
    public void Random_edits_of_values_are_refused_by_schema_and_reader_or_by_neither()
    {
        var random = new Random(43);
        var (refused, accepted) = (0, 0);
        for (var turn = 0; turn < 1_500; turn++)
        {
            var document = SchemaTests.Edited(BusinessDocumentTests.Written, random);
            var codes = BusinessCalendarDocument.Read(document, Given.Zones).Faults.Select(fault => fault.Code).ToList();
            var isWrong = codes.Exists(code => SchemaTests.OfShape.Any(shape => code == $"calendar.document.{shape}"));
            using var parsed = JsonDocument.Parse(document);
            _schema.Accepts(parsed.RootElement).Should().Be(!isWrong, "of {0}", document);
            (refused, accepted) = isWrong ? (refused + 1, accepted) : (refused, accepted + 1);
        }

        (refused, accepted).Should().Match<(int Refused, int Accepted)>(counts => counts.Refused > 150 && counts.Accepted > 80);
    }

    /// <summary>A number or a text of the document is a number or a text at some end.</summary>
    private static byte[] WithExtreme(Random random)
    {
        var text = BusinessDocumentTests.Written;
        var values = Enumerable.Range(0, text.Length).Where(at => text[at] == ':' || (text[at] == '[' && text[at + 1] is '"' or >= '0' and <= '9')).ToList();
        var from = values[random.Next(values.Count)] + 1;
        var until = text.AsSpan(from).IndexOfAny(",]}{") + from;
        return Encoding.UTF8.GetBytes(text[..from] + _extremes[random.Next(_extremes.Length)] + text[until..]);
    }

    // What can be defined can be asked, near and far.
    private static void Ask(BusinessCalendar calendar)
    {
        foreach (var day in new[] { new LocalDate(1, 1, 4), new LocalDate(2026, 1, 1), new LocalDate(8999, 12, 30) })
        {
            calendar.Day(day).Date.Should().Be(day);
            calendar.NextWorkingDay(day, reach: 40).SearchedUntil.Should().BeGreaterThan(day);
        }

        calendar.WorkingTime(Given.Slot("2025-12-01 00:00", "2026-02-01 00:00")).Should().BeGreaterThanOrEqualTo(Duration.Zero);
        ChangeCalendar.Verify([calendar.WorkingHoursWindow(new RuleId("hours"), "hours", Scope.Everything), calendar.HolidayFreeze(new RuleId("holidays"), "holidays", Scope.Everything, string.Empty)], Given.Zones)
            .Select(fault => fault.Code).Distinct().Where(code => code != "calendar.rule.never-occurs").Should().BeEmpty();
    }
}
