using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What a calendar says of itself.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">More about it.</param>
/// <param name="Zone">The zone in which it says, or is said, to be meant.</param>
/// <param name="Floating">The zone in which times without one are meant; null where they are faults.</param>
/// <param name="Otherwise">What holds outside of its events.</param>
/// <param name="IsCancellation">Whether it was sent to cancel its events.</param>
internal sealed record CalendarProperties(string Name, string Description, string? Zone, string? Floating, CalendarDefault? Otherwise, bool IsCancellation);
