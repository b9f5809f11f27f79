using System.Numerics;
using System.Runtime.InteropServices;

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
        var scale = ScaleOfEntries();
        return scale.FitsInts ? Build<int>(scale) : Build<long>(TickScale.Microseconds);
    }

    private BlockTable<T> Build<T>(TickScale scale)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        foreach (ref var entry in CollectionsMarshal.AsSpan(_entries))
        {
            entry = entry with { Start = scale.Exactly(entry.Start), End = scale.Exactly(entry.End) };
        }

        _entries.Sort(static (one, other) => Compare(in one, in other));
        var (firstClass, classes, place) = (new int[lists + 1], new List<LengthClass>(lists), new byte[_entries.Count]);
        for (int list = 0, from = 0; list < lists; list++)
        {
            var until = from;
            while (until < _entries.Count && _entries[until].List == list)
            {
                until++;
            }

            Classify<T>(from, until, classes, place);
            firstClass[list + 1] = classes.Count;
            from = until;
        }

        return new BlockTable<T>(Lay<T>(firstClass, classes, place), scale, firstClass, [.. classes]);
    }

    private TickScale ScaleOfEntries()
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            (first, last) = (Math.Min(first, entry.Start), Math.Max(last, entry.End));
        }

        return _entries.Count == 0 ? TickScale.Microseconds : TickScale.Of(first, last, _entries.Select(entry => entry.Start).Concat(_entries.Select(entry => entry.End)));
    }

    private static int Compare(in Entry one, in Entry other) =>
        one.List != other.List ? one.List.CompareTo(other.List)
        : one.Start != other.Start ? one.Start.CompareTo(other.Start)
        : one.Item.CompareTo(other.Item);

    private T[] Lay<T>(int[] firstClass, List<LengthClass> classes, byte[] place)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var memory = new T[classes.Sum(one => one.Last + 1) * IntervalBlocks<T>.Length];
        var (latest, next) = (new T[Kinds], new int[Kinds]);
        for (int at = 0, list = -1; at < _entries.Count; at++)
        {
            var entry = _entries[at];
            if (entry.List != list)
            {
                list = entry.List;
                Array.Fill(latest, -IntervalBlocks<T>.Never);
                Array.Clear(next);
            }

            var one = classes[firstClass[list] + place[at]];
            var number = next[place[at]]++;
            var block = memory.AsSpan(one.Place + ((number >> IntervalBlocks.Bits) * IntervalBlocks<T>.Length), IntervalBlocks<T>.Length);
            if (number % IntervalBlocks.Intervals == 0)
            {
                IntervalBlocks<T>.Begin(block, latest[place[at]]);
            }

            var end = T.CreateTruncating(entry.End);
            IntervalBlocks<T>.Put(block, number % IntervalBlocks.Intervals, T.CreateTruncating(entry.Start), end, entry.Item);
            latest[place[at]] = T.Max(latest[place[at]], end);
        }

        return memory;
    }

    // Neighboring kinds of length become one class while that saves searches; which class each interval is in comes back in place.
    private void Classify<T>(int from, int until, List<LengthClass> classes, byte[] place)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Span<Kind> kinds = stackalloc Kind[Kinds];
        kinds.Clear();
        for (var at = from; at < until; at++)
        {
            var kind = KindOf(_entries[at]);
            kinds[kind] = kinds[kind].With(_entries[at]);
        }

        Span<byte> numbers = stackalloc byte[Kinds];
        Merge<T>(kinds, from == until ? 0 : 1.0 + _entries[until - 1].Start - _entries[from].Start, classes, numbers);
        for (var at = from; at < until; at++)
        {
            place[at] = numbers[KindOf(_entries[at])];
        }
    }

    private static void Merge<T>(Span<Kind> kinds, double span, List<LengthClass> classes, Span<byte> numbers)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (merged, vain, number) = (default(Kind), 0.0, (byte)0);
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            var more = merged.Count * (double)(kinds[kind].Longest - merged.Longest) / span;
            if (kinds[kind].Count > 0 && merged.Count > 0 && vain + more > MostInVain)
            {
                classes.Add(merged.ToClass<T>(classes));
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
            classes.Add(merged.ToClass<T>(classes));
        }
    }

    private static int KindOf(in Entry entry) => BitOperations.Log2((ulong)(entry.End - entry.Start));

    private readonly record struct Entry(int List, long Start, long End, int Item);

    private readonly record struct Kind(int Count, long Longest, long First, long Last)
    {
        public Kind With(in Entry entry) => And(new Kind(1, entry.End - entry.Start, entry.Start, entry.Start));

        public Kind And(in Kind other) => Count == 0 ? other : new Kind(
            Count + other.Count, Math.Max(Longest, other.Longest), Math.Min(First, other.First), Math.Max(Last, other.Last));

        public LengthClass ToClass<T>(List<LengthClass> before)
            where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => LengthClass.Of(
                before.Count == 0 ? 0 : before[^1].Place + ((before[^1].Last + 1) * IntervalBlocks<T>.Length),
                Count,
                LengthClass.Roughly(T.CreateTruncating(First)),
                LengthClass.Roughly(T.CreateTruncating(Last)));
    }
}
