using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Benchmarks.F5;

internal static class OverlapFigure
{
    public static Figure Measure()
    {
        var many = new IntervalCase(10_000, 8);
        var one = new IntervalCase(1, 9);
        var (contendersMany, contendersOne) = (Of(many), Of(one));
        var m = PairedRunner.Measure([.. contendersMany, .. contendersOne]);
        return new Figure("F5", m, [
            new("many static", 0.7, m[0].Over(m[1])), new("many run max", 1, m[0].Over(m[2])), new("many live/static", 2, m[3].Over(m[0])),new("many insert/query", 4, m[4].Over(m[3])),
            new("one static", 0.15, m[5].Over(m[6])), new("one live/tree", 0.15, m[8].Over(m[6])), new("one insert/query", 4, m[9].Over(m[8]))]);
    }

    private static Contender[] Of(IntervalCase of)
    {
        var builder = new IntervalTableBuilder(of.Services);
        var live = new LiveIntervals();
        for (var list = 0; list < of.Services; list++) live.AddList();
        var before0 = GC.GetTotalMemory(true);
        for (var at = 0; at < IntervalCase.Count; at++)
        {
            live.Add(of.Lists[at], of.Starts[at] * IntervalCase.Minute, of.Ends[at] * IntervalCase.Minute, at);
        }
        Console.WriteLine($"live bytes {(GC.GetTotalMemory(true) - before0) / 1e6}");
        for (var at = 0; at < IntervalCase.Count; at++)
        {
            builder.Add(of.Lists[at], of.Starts[at] * IntervalCase.Minute, of.Ends[at] * IntervalCase.Minute, at);
        }
        var before = GC.GetTotalMemory(true);
        var table = builder.Build();
        Console.WriteLine($"static bytes {(GC.GetTotalMemory(true) - before) / 1e6}");
        var tree = new ImplicitIntervalTree(of);
        var max = new RunningMaximum(of);
        var into = new int[IntervalCase.Count];
        var buffer = new ItemBuffer();
        long hits = 0;
        for (var q = 0; q < 2000; q++)
        {
            var (l, f, u) = (of.AskedLists[q], of.AskedFrom[q], of.AskedUntil[q]);
            var n = tree.Collect(l, f, u, into);
            var a = into[..n].Order().ToArray();
            buffer.Clear(); table.Collect(l, f * IntervalCase.Minute, u * IntervalCase.Minute, buffer);
            if (!buffer.Items.ToArray().Order().SequenceEqual(a)) throw new Exception("table");
            buffer.Clear(); live.Collect(l, f * IntervalCase.Minute, u * IntervalCase.Minute, buffer);
            if (!buffer.Items.ToArray().Order().SequenceEqual(a)) throw new Exception("live");
            n = max.Collect(l, f, u, into);
            if (!into[..n].Order().SequenceEqual(a)) throw new Exception("max");
            hits += n;
        }
        Console.WriteLine($"hits per query {hits / (double)IntervalCase.Asked}; classes {table.ClassesOf(0).Length}");
        var r = new Random(1);
        var k = 0;
        return [
            Each(q => { buffer.Clear(); table.Collect(of.AskedLists[q], of.AskedFrom[q] * IntervalCase.Minute, of.AskedUntil[q] * IntervalCase.Minute, buffer); return buffer.Count; }, "static"),
            Each(q => tree.Collect(of.AskedLists[q], of.AskedFrom[q], of.AskedUntil[q], into), "tree"),
            Each(q => max.Collect(of.AskedLists[q], of.AskedFrom[q], of.AskedUntil[q], into), "max"),
            Each(q => { buffer.Clear(); live.Collect(of.AskedLists[q], of.AskedFrom[q] * IntervalCase.Minute, of.AskedUntil[q] * IntervalCase.Minute, buffer); return buffer.Count; }, "live"),
            Each(q => { k = (k + 7919) % IntervalCase.Count; live.Remove(of.Lists[k], of.Starts[k] * IntervalCase.Minute, of.Ends[k] * IntervalCase.Minute, k); live.Add(of.Lists[k], of.Starts[k] * IntervalCase.Minute, of.Ends[k] * IntervalCase.Minute, k); return 1; }, "remove+insert"),
        ];
    }

    private static Contender Each(Func<int, int> ask, string name)
    {
        var at = 0;
        return Contender.Of(name, () => ask(at = (at + 1) % IntervalCase.Asked));
    }
}
