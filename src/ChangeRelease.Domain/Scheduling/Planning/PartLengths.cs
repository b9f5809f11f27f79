using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The parts of an item in granules, each rounded up (S-47).</summary>
internal sealed class PartLengths(Effort effort, PlanningGrid grid)
{
    public int Preparation { get; } = grid.Up(effort.Preparation);

    public int Work { get; } = grid.Up(effort.Work);

    public int BackOut { get; } = grid.Up(effort.BackOut);

    public int Total => Preparation + Work + BackOut;

    /// <summary>From where to where some parts reach, counted from the start.</summary>
    public (int From, int Until) Of(WorkParts parts) => (
        parts.HasFlag(WorkParts.Preparation) ? 0 : parts.HasFlag(WorkParts.Work) ? Preparation : Preparation + Work,
        parts.HasFlag(WorkParts.BackOut) ? Total : parts.HasFlag(WorkParts.Work) ? Preparation + Work : Preparation);
}
