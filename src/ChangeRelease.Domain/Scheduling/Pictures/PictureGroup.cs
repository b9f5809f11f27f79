using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Rows that stand together.</summary>
/// <param name="Name">What they have in common; empty when the picture has no groups.</param>
/// <param name="Open">Where at least one of them may be; null when nothing bounds them.</param>
/// <param name="Bands">What is frozen and closed for at least one of them.</param>
/// <param name="Rows">The rows.</param>
internal sealed record PictureGroup(string Name, SlotSet? Open, IReadOnlyList<PictureBand> Bands, IReadOnlyList<PictureRow> Rows);

/// <summary>One name on the left, and its bars.</summary>
internal sealed record PictureRow(string Name, IReadOnlyList<PictureBar> Bars)
{
    /// <summary>The item that it is of; null for a window.</summary>
    public WorkItemId? Item { get; init; }
}

/// <summary>A bar: a whole slot, and the part of it in which the work is done.</summary>
internal sealed record PictureBar(Slot Slot, Slot Work)
{
    public bool IsLate { get; init; }
}

/// <summary>A freeze or a closure, with every time that it binds.</summary>
internal sealed record PictureBand(string Name, ValueList<Slot> Spans);

/// <summary>Something left out, and why.</summary>
internal sealed record PictureNote(string Name, string Sentence);
