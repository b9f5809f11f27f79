using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Finds the best plan of a small problem by trying every combination of starts, and of items left out; it shares no code with the planner.</summary>
public sealed class BruteForce
{
    /// <summary>How many combinations are tried where nothing else is said.</summary>
    public const long OrdinaryMost = 1_000_000;

    private readonly PlanChecker _checker;
    private readonly WorkItem[] _items;
    private readonly (Slot Slot, long Cost)[][] _slots;
    private readonly Arrangement _tried = new();
    private (long Hard, long Soft) _best = (long.MaxValue, long.MaxValue);
    private ValueList<PlacedItem> _placed = [];

    private BruteForce(PlanChecker checker)
    {
        _checker = checker;
        _items = [.. checker.Reading.Draft.Items];
        _slots = Array.ConvertAll(_items, SlotsOf);
    }

    /// <summary>Looks for the best plan.</summary>
    /// <param name="checker">The checker of the problem.</param>
    /// <param name="most">How many combinations may be tried; at least one.</param>
    /// <returns>The best plan; null when there are more combinations than may be tried.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="checker"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below one.</exception>
    public static BestPlan? Search(PlanChecker checker, long most = OrdinaryMost)
    {
        ArgumentNullException.ThrowIfNull(checker);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var search = new BruteForce(checker);
        return search.Combinations(most) is { } combinations ? search.Run(combinations) : null;
    }

    private BestPlan Run(long combinations)
    {
        From(0, 0, 0);
        return new BestPlan(_checker.Reckon(_placed), _placed, combinations);
    }

    private long? Combinations(long most)
    {
        Int128 product = 1;
        foreach (var slots in _slots)
        {
            product *= slots.Length + 1;
            if (product > most)
            {
                return null;
            }
        }

        return (long)product;
    }

    // Where an item may be as far as it is alone.
    private (Slot Slot, long Cost)[] SlotsOf(WorkItem item) => _checker.Reading.Grid.Points(_checker.Reading.Draft.Horizon)
        .Select(_checker.Reading.LayoutOf(item.Id).From)
        .Where(slot => !_checker.Rules.Of(item, slot, new Arrangement()).Any())
        .Select(slot => (slot, _checker.Reckoning.SoftOf(item, slot)))
        .ToArray();

    // Neither part of the score becomes less with what is decided later.
    private void From(int at, long hard, long soft)
    {
        if ((hard, soft).CompareTo(_best) >= 0)
        {
            return;
        }

        if (at == _items.Length)
        {
            Keep(hard);
            return;
        }

        var item = _items[at];
        foreach (var (slot, cost) in _slots[at].Where(one => !_checker.Rules.Of(item, one.Slot, _tried).Any()))
        {
            _tried.Put(item.Id, slot);
            From(at + 1, hard, soft + cost);
            _tried.Take(item.Id);
        }

        From(at + 1, hard + item.Priority, soft);
    }

    private void Keep(long hard)
    {
        if (!_tried.All.Any(placed => _checker.Rules.Missing(placed.Key, _tried).Any()) && (hard, _checker.Reckoning.Of(_tried).Soft) is var worth && worth.CompareTo(_best) < 0)
        {
            (_best, _placed) = (worth, _tried.All.OrderBy(placed => placed.Key).Select(placed => new PlacedItem(placed.Key, placed.Value)).ToValueList());
        }
    }
}
