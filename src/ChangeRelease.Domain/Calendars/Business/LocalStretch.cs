using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Both ends of a stretch of work as the wall clock should show them, before clock changes are looked at.</summary>
internal sealed record LocalStretch(LocalDateTime Start, LocalDateTime End)
{
    public bool Overlaps(LocalStretch other) => Start < other.End && other.Start < End;
}
