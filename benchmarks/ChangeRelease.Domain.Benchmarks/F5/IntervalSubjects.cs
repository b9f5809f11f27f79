using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Benchmarks.F5;

/// <summary>The intervals of a case in the product's two shapes and in the peers', and the questions to each.</summary>
internal sealed class IntervalSubjects
{
    private const int Compared = 2_000;
    private const int Stride = 7_919;

    private readonly IntervalCase _case;
    private readonly IntervalTable _table;
    private readonly LiveIntervals _live;
    private readonly ImplicitIntervalTree _tree;
    private readonly RunningMaximum _maximum;
    private readonly ItemBuffer _found = new();
    private readonly int[] _into = new int[IntervalCase.Count];
    private int _moved;

    public IntervalSubjects(IntervalCase of)
    {
        _case = of;
        (_table, BytesFixed) = Weighed(() => Table(of));
        (_live, BytesLive) = Weighed(() => Live(of));
        (_tree, _maximum) = (new ImplicitIntervalTree(of), new RunningMaximum(of));
        Agree();
    }

    /// <summary>What the collector says that one interval takes in the index that stays.</summary>
    public double BytesFixed { get; }

    /// <summary>The same in the index that changes.</summary>
    public double BytesLive { get; }

    public Contender[] Overlaps(string where) =>
    [
        Each($"{where}: index that stays", Fixed),
        Each($"{where}: index that changes", Changing),
        Each($"{where}: implicit interval tree", Tree),
        Each($"{where}: running maximum", Maximum),
        Each($"{where}: one taken out and put in again", _ => Move()),
    ];

    public Contender Linq(string where) => Each(where, Naive);

    public Contender Pairs(string where) => Contender.Of(where, () => (int)AllPairs());

    private static Contender Each(string name, Func<int, int> ask)
    {
        var at = 0;
        return Contender.Of(name, () => ask(at = (at + 1) % IntervalCase.Asked));
    }

    private static (T Made, double Bytes) Weighed<T>(Func<T> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make();
        return (made, (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)IntervalCase.Count);
    }

    private static IntervalTable Table(IntervalCase of)
    {
        var builder = new IntervalTableBuilder(of.Services);
        for (var at = 0; at < IntervalCase.Count; at++)
        {
            builder.Add(of.Lists[at], of.Starts[at] * IntervalCase.Minute, of.Ends[at] * IntervalCase.Minute, at);
        }

        return builder.Build();
    }

    private static LiveIntervals Live(IntervalCase of)
    {
        var live = new LiveIntervals();
        for (var list = 0; list < of.Services; list++)
        {
            live.AddList();
        }

        for (var at = 0; at < IntervalCase.Count; at++)
        {
            live.Add(of.Lists[at], of.Starts[at] * IntervalCase.Minute, of.Ends[at] * IntervalCase.Minute, at);
        }

        return live;
    }

    private int Fixed(int at)
    {
        _found.Clear();
        _table.Collect(_case.AskedLists[at], _case.AskedFrom[at] * IntervalCase.Minute, _case.AskedUntil[at] * IntervalCase.Minute, _found);
        return _found.Count;
    }

    private int Changing(int at)
    {
        _found.Clear();
        _live.Collect(_case.AskedLists[at], _case.AskedFrom[at] * IntervalCase.Minute, _case.AskedUntil[at] * IntervalCase.Minute, _found);
        return _found.Count;
    }

    private int Tree(int at) => _tree.Collect(_case.AskedLists[at], _case.AskedFrom[at], _case.AskedUntil[at], _into);

    private int Maximum(int at) => _maximum.Collect(_case.AskedLists[at], _case.AskedFrom[at], _case.AskedUntil[at], _into);

    private int Naive(int at)
    {
        var (list, from, until) = (_case.AskedLists[at], _case.AskedFrom[at], _case.AskedUntil[at]);
        return Enumerable.Range(0, IntervalCase.Count).Count(item => _case.Lists[item] == list && _case.Starts[item] < until && from < _case.Ends[item]);
    }

    private int Move()
    {
        _moved = (_moved + Stride) % IntervalCase.Count;
        var (list, start, end) = (_case.Lists[_moved], _case.Starts[_moved] * IntervalCase.Minute, _case.Ends[_moved] * IntervalCase.Minute);
        _live.Remove(list, start, end, _moved);
        _live.Add(list, start, end, _moved);
        return 1;
    }

    private long AllPairs()
    {
        var sink = new Counted();
        for (var list = 0; list < _table.Lists; list++)
        {
            _table.SweepPairs(list, 0, sink);
        }

        return sink.Seen;
    }

    // A figure without agreement does not count: all must find the same before anyone is timed.
    private void Agree()
    {
        for (var at = 0; at < IntervalCase.Asked; at += IntervalCase.Asked / Compared)
        {
            int[] expected = [.. _into.Take(Tree(at)).Order()];
            var (maximum, own) = (_into.Take(Maximum(at)).Order(), _found);
            Demand(maximum.SequenceEqual(expected), "The peers disagree.");
            Demand(Fixed(at) == expected.Length && own.Items.ToArray().Order().SequenceEqual(expected), "The index that stays disagrees with the tree.");
            Demand(Changing(at) == expected.Length && own.Items.ToArray().Order().SequenceEqual(expected), "The index that changes disagrees with the tree.");
            Demand(at > 20 * (IntervalCase.Asked / Compared) || Naive(at) == expected.Length, "The tree disagrees with a look through all.");
        }

        if (_case.Services > 1)
        {
            var twice = Enumerable.Range(0, IntervalCase.Count).Sum(at => (long)_tree.Collect(_case.Lists[at], _case.Starts[at], _case.Ends[at], _into)) - IntervalCase.Count;
            Demand(2 * AllPairs() == twice, "The pairs disagree with the tree.");
        }
    }

    private static void Demand(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private sealed class Counted() : PairSink(long.MaxValue)
    {
        protected override void Keep(int earlier, int later)
        {
        }
    }
}
