using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>One VEVENT as it stands in the file, before overrides are put to the event they belong to.</summary>
internal sealed record EventDraft
{
    public required int Line { get; init; }

    public required string Uid { get; init; }

    public required FileTime Start { get; init; }

    public required RuleLength Length { get; init; }

    /// <summary>The latest edition wins: by SEQUENCE, then by DTSTAMP, then by place.</summary>
    public required (int Sequence, string Stamp, int Line) Edition { get; init; }

    public required bool IsCanceled { get; init; }

    public EntryStatus Status { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required bool IsTransparent { get; init; }

    /// <summary>The start that it overrides; null when it overrides none.</summary>
    public FileTime? InsteadOf { get; init; }

    public IReadOnlyList<RecurrenceRule> Rules { get; init; } = [];

    public IReadOnlyList<LocalDateTime> Added { get; init; } = [];

    public IReadOnlyList<LocalDateTime> Excluded { get; init; } = [];

    public IReadOnlyList<LocalDate> ExcludedDays { get; init; } = [];

    public bool IsSingle => Rules.Count + Added.Count + Excluded.Count + ExcludedDays.Count == 0;

    /// <summary>Whether an override has nothing of its own but its start.</summary>
    public bool IsLike(EventDraft master) =>
        Length == master.Length && Start.Zone == master.Start.Zone && Start.IsDay == master.Start.IsDay && Status == master.Status
        && Summary == master.Summary && Description == master.Description && IsTransparent == master.IsTransparent
        && Categories.SequenceEqual(master.Categories);
}
