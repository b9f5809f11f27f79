using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What is drawn, whatever the format.</summary>
internal sealed record Picture(string Title, Slot Range, DateTimeZone Zone)
{
    public Instant? Now { get; init; }

    /// <summary>What the picture shows, as a sentence.</summary>
    public string Summary { get; init; } = string.Empty;

    public IReadOnlyList<PictureGroup> Groups { get; init; } = [];

    /// <summary>What is left out, and what is first in its way.</summary>
    public IReadOnlyList<PictureNote> LeftOut { get; init; } = [];

    public IReadOnlyList<(WorkItemId First, WorkItemId Second)> Arrows { get; init; } = [];

    /// <summary>What is left away, as sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What is frozen and closed in any group, each once, in order of time.</summary>
    public IReadOnlyList<PictureBand> Bands => [.. Groups.SelectMany(group => group.Bands).Distinct().OrderBy(band => band.Spans[0].Start).ThenBy(band => band.Name, StringComparer.Ordinal).Take(PictureLimits.Bands)];

    public LocalDateTime Local(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <summary>The name of a zone with the range on its clock.</summary>
    public string Times => $"{LocalText.Show(Local(Range.Start))} to {LocalText.Show(Local(Range.End))}, {Zone.Id}";
}
