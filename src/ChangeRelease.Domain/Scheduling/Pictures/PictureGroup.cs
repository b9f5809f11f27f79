using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Rows that stand together.</summary>
/// <param name="Name">What they have in common; empty when the picture has no groups.</param>
/// <param name="Open">Where at least one of them may be; null when nothing bounds them.</param>
/// <param name="Bands">What is frozen and closed for at least one of them.</param>
/// <param name="Rows">The rows.</param>
internal sealed record PictureGroup(string Name, SlotSet? Open, IReadOnlyList<PictureBand> Bands, IReadOnlyList<PictureRow> Rows);
