using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.ICalendar.Tests.RealCases;

/// <summary>Maintenance notices of network providers, each as the file that the BCOP standard has them sent as.</summary>
public sealed class MaintenanceNoticeTests
{
    private const string Notices = "calendars/circuit_maintenances.json";

    private static readonly InstantPattern _time = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    [SharedDataFact(Notices)]
    public void All_load_but_the_one_that_ends_before_it_starts_which_is_refused_by_name()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedDataFactAttribute.Find(Notices)));
        var (loaded, canceled, refused) = (0, 0, new List<string>());
        foreach (var notice in document.RootElement.GetProperty("items").EnumerateArray())
        {
            var read = Ics.Read(FileOf(notice));
            if (read.Value is not { } file)
            {
                refused.Add(read.Faults.Should().ContainSingle().Subject.Message);
                continue;
            }

            (loaded, canceled) = (loaded + 1, canceled + (file.Entries.Count == 0 ? 1 : 0));
            foreach (var freeze in file.ToRules(_ => EntryMeaning.Freeze(Scope.Everything)))
            {
                var calendar = ChangeCalendar.Define(new CalendarId("notices"), 1, CalendarDefault.OpenByDefault, [freeze], Ics.Zones);
                calendar.At(Seconds(notice, "start"), Questions.Any).IsOpen.Should().BeFalse();
                calendar.At(Seconds(notice, "start"), Questions.Any).Until.Should().Be(Seconds(notice, "end"));
            }
        }

        (loaded, canceled).Should().Be((120, 19));
        refused.Should().ContainSingle().Which.Should().Match("The event '*' (*) ends no later than it starts. Write a later DTEND.");
    }

    private static string FileOf(JsonElement notice) => Ics.File(
        "BEGIN:VEVENT",
        $"UID:{notice.GetProperty("maintenanceId").GetString()}",
        $"SUMMARY:{notice.GetProperty("provider").GetString()}",
        $"DTSTART:{_time.Format(Seconds(notice, "start"))}",
        $"DTEND:{_time.Format(Seconds(notice, "end"))}",
        $"STATUS:{Status(notice.GetProperty("status").GetString()!)}",
        $"X-MAINTNOTE-STATUS:{notice.GetProperty("status").GetString()}",
        "END:VEVENT");

    private static string Status(string status) => status is "TENTATIVE" or "CANCELLED" ? status : "CONFIRMED";

    private static Instant Seconds(JsonElement notice, string name) => Instant.FromUnixTimeSeconds(notice.GetProperty(name).GetInt64());
}
