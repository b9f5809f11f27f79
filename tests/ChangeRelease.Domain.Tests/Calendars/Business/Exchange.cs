using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>The calendars of exchanges, as documents beside the tests.</summary>
internal static class Exchange
{
    public static string Place(string name) => Path.Combine(Repository.Root, "tests", "ChangeRelease.Domain.Tests", "Calendars", "Business", "Exchanges", $"{name}.json");

    public static BusinessCalendar Read(string name) => BusinessCalendarDocument.Read(File.ReadAllText(Place(name)), Given.Zones).OrThrow();
}
