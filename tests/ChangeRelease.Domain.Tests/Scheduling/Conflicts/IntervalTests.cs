using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>The intervals below the conflicts, against a look through all of them.</summary>
public sealed class IntervalTests
{
    private const int Rounds = 120;

    private readonly record struct Interval(int List, long Start, long End, int Item);

    [Fact]
    public void A_table_finds_what_a_look_through_all_finds()
    {
        var (hits, classes, inUnits) = (0, 0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var all = Some(random);
            var table = Table(all);
            inUnits += table is BlockTable<int> ? 1 : 0;
            classes = Math.Max(classes, Enumerable.Range(0, table.Lists).Max(list => table.ClassesOf(list).Length));
            hits += Agree(random, table, all);
        }

        hits.Should().BeGreaterThan(Rounds * 500);
        classes.Should().BeGreaterThan(5, "some lists have lengths of all kinds");
        inUnits.Should().BeInRange(Rounds / 4, Rounds * 9 / 10, "some times are whole units, and some are not");
    }

    [Fact]
    public void What_is_added_is_found_and_what_is_removed_is_not()
    {
        var (hits, many) = (0, 0);
        for (var seed = 1_000; seed < 1_000 + Rounds; seed++)
        {
            var random = new Random(seed);
            var (all, live) = (Some(random).ToList(), new LiveIntervals());
            for (var list = 0; list < 4; list++)
            {
                live.AddList().Should().Be(list);
            }

            all.ForEach(one => live.Add(one.List, one.Start, one.End, one.Item));
            hits += Agree(random, live, all);
            many += live.CountOf(0) > 2_000 ? 1 : 0;
            var rest = random.Next(3) == 0 ? [] : all.Where(_ => random.Next(4) == 0).ToList();
            foreach (var gone in all.Except(rest).OrderBy(_ => random.Next()))
            {
                live.Remove(gone.List, gone.Start, gone.End, gone.Item).Should().BeTrue();
                live.Remove(gone.List, gone.Start, gone.End, gone.Item).Should().BeFalse();
            }

            hits += Agree(random, live, rest);
            all.Except(rest).Take(50).ToList().ForEach(one => live.Add(one.List, one.Start, one.End, one.Item));
            Agree(random, live, [.. rest, .. all.Except(rest).Take(50)]);
        }

        hits.Should().BeGreaterThan(Rounds * 500);
        many.Should().BeGreaterThan(5, "some lists are long");
    }

    [Fact]
    public void All_pairs_are_given_once_each_the_earlier_first()
    {
        var (pairs, near) = (0, 0);
        for (var seed = 2_000; seed < 2_000 + Rounds; seed++)
        {
            var random = new Random(seed);
            Interval[] all = [.. Some(random).Take(300)];
            var table = Table(all);
            for (var list = 0; list < table.Lists; list++)
            {
                var gap = random.Next(2) == 0 ? 0L : random.Next(100) * (random.Next(2) == 0 ? 1L : 100_003L);
                var sink = new Pairs();

                table.SweepPairs(list, gap, sink);

                var own = all.Where(one => one.List == list).ToDictionary(one => one.Item);
                var expected = own.Values.SelectMany(one => own.Values
                    .Where(other => one.Item < other.Item && one.Start < other.End + gap && other.Start < one.End + gap)
                    .Select(other => (one.Item, other.Item)));
                sink.Found.Select(pair => (Math.Min(pair.Earlier, pair.Later), Math.Max(pair.Earlier, pair.Later))).Order().SequenceEqual(expected.Order()).Should().BeTrue();
                sink.Found.TrueForAll(pair => own[pair.Earlier].Start <= own[pair.Later].Start).Should().BeTrue();
                pairs += sink.Found.Count;
                near += gap > 0 ? sink.Found.Count : 0;
            }
        }

        pairs.Should().BeGreaterThan(100_000);
        near.Should().BeGreaterThan(10_000);
    }

    [Fact]
    public void Whoever_takes_pairs_can_have_enough()
    {
        var table = Table([.. Enumerable.Range(0, 1_000).Select(item => new Interval(0, 0, 10, item))]);
        var sink = new Pairs(most: 100);

        table.SweepPairs(0, 0, sink);

        sink.Found.Should().HaveCount(100);
        sink.IsFull.Should().BeTrue();
    }

    [Theory]
    [InlineData(2_000, 1, 20, 24)]
    [InlineData(1, 1, 20, 24)]
    [InlineData(2_000, 60_000_000, 12, 16)]
    [InlineData(1, 60_000_000, 12, 14)]
    public void An_interval_takes_at_most_24_bytes_in_whole_minutes_16_and_28_where_it_can_change(int lists, long unit, int least, int most)
    {
        const int Count = 200_000;
        var (random, builder, live) = (new Random(5), new IntervalTableBuilder(lists), new LiveIntervals());
        for (var list = 0; list < lists; list++)
        {
            live.AddList();
        }

        for (var item = 0; item < Count; item++)
        {
            var start = random.NextInt64(31_536_000_000_000 / unit) * unit;
            var end = start + (60_000_000L << random.Next(12));
            builder.Add(item % lists, start, end, item);
            live.Add(item % lists, start, end, item);
        }

        (builder.Build().Bytes / (double)Count).Should().BeInRange(least, most);
        (live.Bytes / (double)Count).Should().BeInRange(20, 28);
    }

    [Theory]
    [InlineData(1L << 29)]
    [InlineData((1L << 29) - 1)]
    [InlineData((1L << 29) - 2)]
    [InlineData(1L << 40)]
    public void Nothing_is_lost_where_times_just_fit_or_do_not(long apart)
    {
        var table = Table([new Interval(0, 0, 1, 0), new Interval(0, apart - 1, apart, 1), new Interval(0, 3, 4, 2)]);
        var found = new ItemBuffer();

        table.Collect(0, long.MinValue / 4, 1, found);
        table.Collect(0, apart - 1, long.MaxValue / 4, found);
        table.Collect(0, apart, long.MaxValue / 4, found);
        table.Collect(0, long.MinValue / 4, 0, found);

        found.Items.ToArray().Should().Equal(0, 1);
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var random = new Random(6);
        Interval[] all = [.. Some(random)];
        var (table, live, buffer, owners) = (Table(all), new LiveIntervals(), new ItemBuffer(), new int[all.Length]);
        for (var list = 0; list < 4; list++)
        {
            live.AddList();
        }

        Array.ForEach(all, one => live.Add(one.List, one.Start, one.End, one.Item));
        long Ask()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var at = 0; at < 1_000; at++)
            {
                foreach (var intervals in new Both(table, live))
                {
                    buffer.Clear();
                    intervals.Collect(at % 4, at, at + 10, buffer);
                    intervals.Reaches(at % 4, at, at + 10, 3, owners, -1);
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Ask();
        Ask().Should().Be(0);
    }

    private static int Agree(Random random, Intervals subject, IReadOnlyCollection<Interval> all)
    {
        var (found, hits) = (new ItemBuffer(), 0);
        var (first, last) = all.Count == 0 ? (0, 1) : (all.Min(one => one.Start), all.Max(one => one.End));
        int[] owners = [.. Enumerable.Range(0, all.Select(one => one.Item).DefaultIfEmpty().Max() + 1).Select(item => item % 3)];
        for (var probe = 0; probe < 60; probe++)
        {
            var (list, from) = (random.Next(subject.Lists), random.NextInt64(first - 5, last + 5));
            var until = from + random.NextInt64(1, random.Next(2) == 0 ? 20 : last - first + 2);
            Interval[] expected = [.. all.Where(one => one.List == list && one.Start < until && from < one.End)];

            found.Clear();
            subject.Collect(list, from, until, found);

            found.Items.ToArray().Order().SequenceEqual(expected.Select(one => one.Item).Order()).Should().BeTrue();
            var others = expected.Count(one => owners[one.Item] != 1);
            subject.Reaches(list, from, until, Math.Max(others, 1), owners, 1).Should().Be(others > 0);
            subject.Reaches(list, from, until, others + 1, owners, 1).Should().BeFalse();
            hits += expected.Length;
        }

        Enumerable.Range(0, subject.Lists).Select(subject.CountOf).Should().Equal(Enumerable.Range(0, subject.Lists).Select(list => all.Count(one => one.List == list)));
        return hits;
    }

    // Even and in clusters, of one length and of all, few and many, many at the same instant; in whole units or not, before 1970 or after.
    private static Interval[] Some(Random random)
    {
        var count = random.Next(4) switch { 0 => random.Next(20), 1 => 6_000, _ => random.Next(1_500) };
        var (span, longest, clusters) = (random.Next(1, 200_000), random.Next(1, 18), random.Next(3) == 0 ? random.Next(1, 4) : 0);
        var (origin, unit, isCrooked) = (random.Next(3) * -10_000_000_007L, random.Next(3) switch { 0 => 1L, 1 => 60L, _ => 100_003L }, random.Next(3) == 0);
        return
        [
            .. Enumerable.Range(0, count).Select(item =>
            {
                var start = clusters == 0 ? random.Next(span) : (random.Next(clusters) * 50_000) + random.Next(3);
                var length = 1L + random.NextInt64(1L << random.Next(longest));
                var begin = origin + (start * unit) + (isCrooked ? random.Next(2) : 0);
                return new Interval(random.Next(2) == 0 ? 0 : random.Next(4), begin, begin + (length * unit), item);
            }),
        ];
    }

    private static IntervalTable Table(Interval[] all)
    {
        var builder = new IntervalTableBuilder(4);
        Array.ForEach(all, one => builder.Add(one.List, one.Start, one.End, one.Item));
        return builder.Build();
    }

    private sealed class Pairs(long most = long.MaxValue) : PairSink(most)
    {
        public List<(int Earlier, int Later)> Found { get; } = [];

        protected override void Keep(int earlier, int later) => Found.Add((earlier, later));
    }

    private readonly ref struct Both(Intervals one, Intervals other)
    {
        public Walk GetEnumerator() => new(one, other);

        public ref struct Walk(Intervals one, Intervals other)
        {
            private int _at;

            public readonly Intervals Current => _at == 1 ? one : other;

            public bool MoveNext() => ++_at <= 2;
        }
    }
}
