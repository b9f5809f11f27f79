namespace ChangeRelease.Domain.Calendars;

/// <summary>Finds the occurrences that slots overlap; the slots must be asked in order of time, so that one sweep serves them all.</summary>
internal sealed class OccurrenceSweep(IReadOnlyList<Occurrence> byStart)
{
    private readonly List<Occurrence> _active = [];
    private int _next;

    public IReadOnlyList<Occurrence> Overlapping(Slot slot)
    {
        for (; _next < byStart.Count && byStart[_next].Binding.Start < slot.End; _next++)
        {
            _active.Add(byStart[_next]);
        }

        _active.RemoveAll(occurrence => occurrence.Binding.End <= slot.Start);
        return [.. _active];
    }
}
