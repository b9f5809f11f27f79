using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace QuickStart.Input;

/// <summary>The change calendar, and the zone in which people read its times.</summary>
internal sealed record CalendarInput(ChangeCalendar Calendar, DateTimeZone Zone);
