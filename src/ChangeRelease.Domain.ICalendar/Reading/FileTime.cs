using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>A day or a time on the wall clock of a zone.</summary>
/// <param name="Local">The time; of a day its midnight.</param>
/// <param name="Zone">The IANA zone.</param>
/// <param name="IsDay">Whether it is a day without a time.</param>
internal sealed record FileTime(LocalDateTime Local, string Zone, bool IsDay);
