using System.Numerics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Collects intervals and makes a table of them; it does not matter in which order they come.</summary>
internal sealed class IntervalTableBuilder(int lists)
{
    private const int Kinds = 64;

    // So many intervals may be looked at in vain before one more search is cheaper.
    private const double MostInVain = 16;

    private readonly List<Entry> _entries = [];

    public int Lists => lists;

    public void Add(int list, long start, long end, int item) => _entries.Add(new Entry(list, start, end, item));

    public IntervalTable Build()
    {
        _entries.Sort(static (one, other) => Compare(in one, in other));
        var (firstClass, classes, place) = (new int[lists + 1], new List<LengthClass>(lists), new byte[_entries.Count]);
        for (int list = 0, from = 0; list < lists; list++)
        {
            var until = from;
            while (until < _entries.Count && _entries[until].List == list)
            {
                until++;
            }

            Classify(from, until, classes, place);
            firstClass[list + 1] = classes.Count;
            from = until;
        }

        return new IntervalTable(Lay(firstClass, classes, place), firstClass, [.. classes]);
    }

    private static int Compare(in Entry one, in Entry other) =>
        one.List != other.List ? one.List.CompareTo(other.List)
        : one.Start != other.Start ? one.Start.CompareTo(other.Start)
        : one.Item.CompareTo(other.Item);

    private long[] Lay(int[] firstClass, List<LengthClass> classes, byte[] place)
    {
        var memory = new long[classes.Sum(one => one.Last + 1) * IntervalBlocks.Length];
        var (latest, next) = (new long[Kinds], new int[Kinds]);
        for (int at = 0, list = -1; at < _entries.Count; at++)
        {
            var entry = _entries[at];
            if (entry.List != list)
            {
                list = entry.List;
                Array.Fill(latest, -IntervalBlocks.Never);
                Array.Clear(next);
            }

            var one = classes[firstClass[list] + place[at]];
            var number = next[place[at]]++;
            var block = memory.AsSpan(one.Place + ((number >> IntervalBlocks.Bits) * IntervalBlocks.Length), IntervalBlocks.Length);
            if (number % IntervalBlocks.Intervals == 0)
            {
                IntervalBlocks.Begin(block, latest[place[at]]);
            }

            IntervalBlocks.Put(block, number % IntervalBlocks.Intervals, entry.Start, entry.End, entry.Item);
            latest[place[at]] = Math.Max(latest[place[at]], entry.End);
        }

        return memory;
    }

    // Neighboring kinds of length become one class while that saves searches; which class each interval is in comes back in place.
    private void Classify(int from, int until, List<LengthClass> classes, byte[] place)
    {
        Span<Kind> kinds = stackalloc Kind[Kinds];
        kinds.Clear();
        for (var at = from; at < until; at++)
        {
            var kind = KindOf(_entries[at]);
            kinds[kind] = kinds[kind].With(_entries[at]);
        }

        Span<byte> numbers = stackalloc byte[Kinds];
        Merge(kinds, from == until ? 0 : 1.0 + _entries[until - 1].Start - _entries[from].Start, classes, numbers);
        for (var at = from; at < until; at++)
        {
            place[at] = numbers[KindOf(_entries[at])];
        }
    }

    private static void Merge(Span<Kind> kinds, double span, List<LengthClass> classes, Span<byte> numbers)
    {
        var (merged, vain, number) = (default(Kind), 0.0, (byte)0);
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            var more = merged.Count * (double)(kinds[kind].Longest - merged.Longest) / span;
            if (kinds[kind].Count > 0 && merged.Count > 0 && vain + more > MostInVain)
            {
                classes.Add(merged.ToClass(classes));
                (merged, vain, more) = (default, 0, 0);
                number++;
            }

            if (kinds[kind].Count > 0)
            {
                (merged, vain, numbers[kind]) = (merged.And(kinds[kind]), vain + more, number);
            }
        }

        if (merged.Count > 0)
        {
            classes.Add(merged.ToClass(classes));
        }
    }

    private static int KindOf(in Entry entry) => BitOperations.Log2((ulong)(entry.End - entry.Start));

    private readonly record struct Entry(int List, long Start, long End, int Item);

    private readonly record struct Kind(int Count, long Longest, long First, long Last)
    {
        public Kind With(in Entry entry) => And(new Kind(1, entry.End - entry.Start, entry.Start, entry.Start));

        public Kind And(in Kind other) => Count == 0 ? other : new Kind(
            Count + other.Count, Math.Max(Longest, other.Longest), Math.Min(First, other.First), Math.Max(Last, other.Last));

        public LengthClass ToClass(List<LengthClass> before) =>
            LengthClass.Of(before.Count == 0 ? 0 : before[^1].Place + ((before[^1].Last + 1) * IntervalBlocks.Length), Count, First, Last);
    }
}
