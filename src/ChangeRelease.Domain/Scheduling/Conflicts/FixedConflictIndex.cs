using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A schedule that stays as it is. Work and keys are numbered in order, so that nothing depends on the order in which they came.</summary>
internal sealed class FixedConflictIndex : ConflictIndex
{
    private readonly ScheduledWork[] _works;
    private readonly int[] _owners;
    private readonly Dictionary<HolderId, int> _holders = [];
    private readonly Dictionary<(HolderId Holder, int Part), int> _places = [];
    private readonly Dictionary<ConflictKey, int> _lists;

    public FixedConflictIndex(ConflictPolicy policy, IEnumerable<ScheduledWork> works, ServiceGraph? graph)
        : base(policy, graph)
    {
        ArgumentNullException.ThrowIfNull(works);
        _works = [.. works.Select(work => work ?? throw new ArgumentNullException(nameof(works), "Some work is null.")).Order()];
        _owners = [.. _works.Select(Number)];
        ConflictKey[][] keys = [.. _works.Select(work => policy.KeysOf(work).ToArray())];
        Keys = [.. keys.SelectMany(of => of).Distinct().OrderBy(key => key.Canonical, StringComparer.Ordinal)];
        _lists = Keys.Select((key, number) => (key, number)).ToDictionary(one => one.key, one => one.number);
        Table = Build(keys);
    }

    public override int Count => _works.Length;

    /// <summary>The keys of the lists, in order.</summary>
    public IReadOnlyList<ConflictKey> Keys { get; }

    public IntervalTable Table { get; }

    internal override Intervals Intervals => Table;

    internal override int[] Owners => _owners;

    internal override int HoldersVersion => 0;

    public override ScheduledWork? Find(HolderId holder, int part = 1)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return _places.TryGetValue((holder, part), out var item) ? _works[item] : null;
    }

    public override ConflictReport All(int most = ConflictReport.Most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return new ConflictSurvey(this, most).Report();
    }

    internal override int ListOf(ConflictKey key) => _lists.GetValueOrDefault(key, -1);

    internal override int OwnerOf(HolderId holder) => _holders.GetValueOrDefault(holder, -1);

    internal override ScheduledWork WorkOf(int item) => _works[item];

    private int Number(ScheduledWork work, int item)
    {
        if (!_places.TryAdd((work.Holder, work.Part), item))
        {
            throw new ArgumentException($"{work.Name} stands twice in the schedule.");
        }

        _holders.TryAdd(work.Holder, _holders.Count);
        return _holders[work.Holder];
    }

    private IntervalTable Build(ConflictKey[][] keys)
    {
        var builder = new IntervalTableBuilder(Keys.Count);
        for (var item = 0; item < _works.Length; item++)
        {
            var (start, end) = (Microseconds.Of(_works[item].Slot.Start), Microseconds.Of(_works[item].Slot.End));
            foreach (var key in keys[item])
            {
                builder.Add(_lists[key], start, end, item);
            }
        }

        return builder.Build();
    }
}
