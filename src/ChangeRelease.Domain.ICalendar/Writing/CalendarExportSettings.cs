using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>How a change calendar is put into a file.</summary>
/// <param name="From">The day from which on the file says what lasts; what began before and lasts still is in it, and a rule by RFC 5545 keeps its own first start.</param>
public sealed record CalendarExportSettings(LocalDate From)
{
    /// <summary>Until which day a freeze is written that lasts until further notice; itself outside. Null when such a freeze is a fault.</summary>
    public LocalDate? OpenUntil { get; init; }
}
