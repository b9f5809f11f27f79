using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>How long the parts of an item take, each rounded up to the grid (S-47).</summary>
internal sealed class WorkLayout(Effort effort, TimeGrid grid)
{
    private readonly Duration _preparation = grid.Up(effort.Preparation);
    private readonly Duration _work = grid.Up(effort.Work);
    private readonly Duration _backOut = grid.Up(effort.BackOut);

    public Duration Total => _preparation + _work + _backOut;

    public Slot From(Instant start) => new(start, start + Total);

    public Slot WorkOf(Instant start) => new(start + _preparation, start + _preparation + _work);

    /// <summary>Some parts, which follow one another, of an item that starts somewhere; null when they take no time.</summary>
    public Slot? Of(WorkParts parts, Instant start)
    {
        (WorkParts Part, Duration Length)[] all = [(WorkParts.Preparation, _preparation), (WorkParts.Work, _work), (WorkParts.BackOut, _backOut)];
        var before = all.TakeWhile(one => !parts.HasFlag(one.Part)).Aggregate(Duration.Zero, (sum, one) => sum + one.Length);
        var length = all.Where(one => parts.HasFlag(one.Part)).Aggregate(Duration.Zero, (sum, one) => sum + one.Length);
        return length > Duration.Zero ? new Slot(start + before, start + before + length) : null;
    }
}
