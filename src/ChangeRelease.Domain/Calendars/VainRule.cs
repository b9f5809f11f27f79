namespace ChangeRelease.Domain.Calendars;

/// <summary>A rule that can have no effect, or only for exempt changes.</summary>
internal sealed record VainRule(CalendarFault Finding, bool IsFault);
