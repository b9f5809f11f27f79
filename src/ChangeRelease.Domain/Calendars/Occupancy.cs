using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The slots of other holders, ready to be counted.</summary>
internal sealed class Occupancy
{
    private readonly Holding[] _byStart;
    private readonly Duration _longest;

    public Occupancy(ValueList<Holding> taken)
    {
        _byStart = [.. taken.OrderBy(holding => holding.Slot.Start)];
        _longest = taken.Count == 0 ? Duration.Zero : taken.Max(holding => holding.Slot.Length);
    }

    public IEnumerable<RulePlaces> Of(IEnumerable<Occurrence> occurrences) => occurrences
        .Where(occurrence => occurrence.Capacity is not null)
        .Select(occurrence => new RulePlaces(occurrence, occurrence.Capacity!.Value, HoldersIn(occurrence).ToValueList()));

    /// <summary>Whether an occurrence has no place left.</summary>
    public bool Fills(Occurrence occurrence) => occurrence.Capacity is { } capacity && HoldersIn(occurrence).Take(capacity).Count() >= capacity;

    /// <summary>Who holds a place: only holdings for targets that the rule is about count.</summary>
    private IEnumerable<Slot> HoldersIn(Occurrence occurrence)
    {
        for (var at = FirstFrom(occurrence.Binding.Start - _longest); at < _byStart.Length && _byStart[at].Slot.Start < occurrence.Binding.End; at++)
        {
            if (_byStart[at].Slot.Overlaps(occurrence.Binding) && _byStart[at].Targets.Any(occurrence.Rule.Scope.Matches))
            {
                yield return _byStart[at].Slot;
            }
        }
    }

    private int FirstFrom(Instant bound)
    {
        var (low, high) = (0, _byStart.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _byStart[middle].Slot.Start < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
