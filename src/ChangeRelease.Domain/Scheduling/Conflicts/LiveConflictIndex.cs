using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A schedule that changes: work is added, removed and moved, and what is in the way is found as quickly (S-50).</summary>
/// <remarks>It belongs to one thread at a time. Asking for all conflicts takes a copy that stays as it is, and costs as much as making one.</remarks>
public sealed class LiveConflictIndex : ConflictIndex
{
    private const int AtFirst = 16;

    private readonly LiveIntervals _intervals = new();
    private readonly Dictionary<ConflictKey, int> _lists = [];
    private readonly Dictionary<HolderId, (int Owner, int Parts)> _holders = [];
    private readonly Dictionary<(HolderId Holder, int Part), int> _places = [];
    private readonly Stack<int> _free = [];
    private ScheduledWork?[] _works = new ScheduledWork?[AtFirst];
    private int[] _owners = new int[AtFirst];
    private int _used;
    private int _nextOwner;
    private int _holdersVersion;

    /// <summary>Makes an index of a schedule.</summary>
    /// <param name="policy">Which work is in the way of which.</param>
    /// <param name="graph">Which service depends on which; null when no rule asks.</param>
    /// <param name="works">The schedule to begin with, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/>, or some work, is null.</exception>
    /// <exception cref="ArgumentException">A part of a holder stands twice.</exception>
    public LiveConflictIndex(ConflictPolicy policy, ServiceGraph? graph = null, params IEnumerable<ScheduledWork> works)
        : base(policy, graph)
    {
        ArgumentNullException.ThrowIfNull(works);
        foreach (var work in works)
        {
            Add(work);
        }
    }

    /// <inheritdoc/>
    public override int Count => _places.Count;

    internal override Intervals Intervals => _intervals;

    internal override int[] Owners => _owners;

    internal override int HoldersVersion => _holdersVersion;

    /// <summary>Schedules work, whatever is in its way.</summary>
    /// <param name="work">The work.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ArgumentException">This part of the holder is scheduled already.</exception>
    public void Add(ScheduledWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_places.ContainsKey((work.Holder, work.Part)))
        {
            throw new ArgumentException($"{work.Name} is scheduled already; move it.", nameof(work));
        }

        var item = Place();
        (_works[item], _owners[item]) = (work, Enter(work.Holder));
        _places.Add((work.Holder, work.Part), item);
        foreach (var key in Policy.KeysOf(work))
        {
            _intervals.Add(ListFor(key), Microseconds.Of(work.Slot.Start), Microseconds.Of(work.Slot.End), item);
        }
    }

    /// <summary>Takes work out of the schedule.</summary>
    /// <param name="holder">Whose.</param>
    /// <param name="part">Which part of it.</param>
    /// <returns>What was taken out; null when it was not scheduled.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    public ScheduledWork? Remove(HolderId holder, int part = 1)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (!_places.Remove((holder, part), out var item))
        {
            return null;
        }

        var work = WorkOf(item);
        foreach (var key in Policy.KeysOf(work))
        {
            _intervals.Remove(_lists[key], Microseconds.Of(work.Slot.Start), Microseconds.Of(work.Slot.End), item);
        }

        Leave(holder);
        _works[item] = null;
        _free.Push(item);
        return work;
    }

    /// <summary>Moves work to another slot; the same as taking it out and scheduling it there.</summary>
    /// <param name="holder">Whose.</param>
    /// <param name="slot">Where to.</param>
    /// <param name="part">Which part of it.</param>
    /// <returns>The work as it is scheduled now; null when it was not scheduled, and nothing is changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> or <paramref name="slot"/> is null.</exception>
    public ScheduledWork? Move(HolderId holder, Slot slot, int part = 1)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(slot);
        if (!_places.TryGetValue((holder, part), out var item))
        {
            return null;
        }

        var (before, after) = (WorkOf(item), WorkOf(item).MovedTo(slot));
        foreach (var key in Policy.KeysOf(before))
        {
            _intervals.Remove(_lists[key], Microseconds.Of(before.Slot.Start), Microseconds.Of(before.Slot.End), item);
            _intervals.Add(_lists[key], Microseconds.Of(slot.Start), Microseconds.Of(slot.End), item);
        }

        return _works[item] = after;
    }

    /// <inheritdoc/>
    public override ScheduledWork? Find(HolderId holder, int part = 1)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return _places.TryGetValue((holder, part), out var item) ? _works[item] : null;
    }

    /// <inheritdoc/>
    public override ConflictReport All(int most = ConflictReport.Most) => ToFixed().All(most);

    /// <summary>The schedule as it is now, in an index that stays as it is.</summary>
    /// <returns>The index.</returns>
    public ConflictIndex ToFixed() => Of(Policy, _places.Values.Select(WorkOf), Graph);

    internal override int ListOf(ConflictKey key) => _lists.GetValueOrDefault(key, -1);

    internal override int OwnerOf(HolderId holder) => _holders.TryGetValue(holder, out var found) ? found.Owner : -1;

    internal override ScheduledWork WorkOf(int item) => _works[item]!;

    private int Place()
    {
        if (_free.TryPop(out var free))
        {
            return free;
        }

        if (_used == _works.Length)
        {
            Array.Resize(ref _works, 2 * _used);
            Array.Resize(ref _owners, 2 * _used);
        }

        return _used++;
    }

    // A holder that comes back has another number than before, so that nothing old is taken for it.
    private int Enter(HolderId holder)
    {
        if (!_holders.TryGetValue(holder, out var found))
        {
            (found, _holdersVersion) = ((_nextOwner++, 0), _holdersVersion + 1);
        }

        _holders[holder] = found with { Parts = found.Parts + 1 };
        return found.Owner;
    }

    private void Leave(HolderId holder)
    {
        var found = _holders[holder];
        if (found.Parts > 1)
        {
            _holders[holder] = found with { Parts = found.Parts - 1 };
        }
        else
        {
            _holders.Remove(holder);
            _holdersVersion++;
        }
    }

    private int ListFor(ConflictKey key)
    {
        if (!_lists.TryGetValue(key, out var list))
        {
            _lists.Add(key, list = _intervals.AddList());
        }

        return list;
    }
}
