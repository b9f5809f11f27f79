using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A bar: a whole slot, and the part of it in which the work is done.</summary>
internal sealed record PictureBar(Slot Slot, Slot Work)
{
    public bool IsLate { get; init; }
}
