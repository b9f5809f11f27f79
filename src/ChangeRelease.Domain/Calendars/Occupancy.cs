using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The slots of other holders, ready to be counted.</summary>
internal sealed class Occupancy
{
    private readonly ValueList<Slot> _byStart;
    private readonly Instant[] _starts;
    private readonly Instant[] _ends;

    public Occupancy(ValueList<Slot> taken)
    {
        _byStart = taken.OrderBy(slot => slot.Start).ToValueList();
        _starts = [.. _byStart.Select(slot => slot.Start)];
        _ends = [.. taken.Select(slot => slot.End).Order()];
    }

    public IEnumerable<WindowPlaces> Of(IEnumerable<Occurrence> windows) => windows
        .Where(window => window.Capacity is not null)
        .Select(window => new WindowPlaces(window, window.Capacity!.Value, HoldersOf(window.Span)));

    /// <summary>Whether an occurrence has no place left; counts without listing.</summary>
    public bool Fills(Occurrence window) => window.Capacity is { } capacity && CountIn(window.Span) >= capacity;

    private int CountIn(Slot span) => CountBelow(_starts, span.End) - CountBelow(_ends, span.Start + Duration.FromTicks(10));

    private ValueList<Slot> HoldersOf(Slot span) =>
        _byStart.Take(CountBelow(_starts, span.End)).Where(span.Overlaps).ToValueList();

    private static int CountBelow(Instant[] sorted, Instant bound)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
