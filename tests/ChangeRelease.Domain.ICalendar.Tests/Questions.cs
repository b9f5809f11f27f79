using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar.Tests;

/// <summary>Questions to calendars in which everything is one target.</summary>
internal static class Questions
{
    public static CalendarQuestion Any { get; } = CalendarQuestion.For(new Target(new ServiceId("any"), new EnvironmentId("any")));
}
