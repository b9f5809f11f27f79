using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>One occurrence that is moved, or where there is no time, gone.</summary>
/// <param name="Original">Its start without the override.</param>
/// <param name="MovedTo">Where it starts instead.</param>
internal sealed record RecurrenceOverrideText(LocalDateTime Original, LocalDateTime? MovedTo);
