using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F4;

/// <summary>F4: ten years of weekly windows for a thousand environments, one environment an operation; and the set algebra.</summary>
internal static class ExpansionFigure
{
    private const int Intervals = 2_000;
    private const double MostNanoseconds = 10;
    private const double BytesOfInterval = 16;

    private static readonly SlotBuffer Buffer = new();
    private static readonly ExpansionPeers[] Peers = [.. ManyEnvironments.All.Select(one => new ExpansionPeers(one))];
    private static readonly SlotSet Left = Some(seed: 6);
    private static readonly SlotSet Right = Some(seed: 7);

    public static Figure Measure()
    {
        Agree();
        var expanded = ManyEnvironments.All[0].Calendar.OpenWithin(ManyEnvironments.TenYears, ManyEnvironments.All[0].Question);
        var measured = PairedRunner.Measure(
            Each("expanded into a buffer", Expand),
            Each("expanded into a set of its own", at => Open(at).Count),
            Contender.Of("a set read again, every start and end", () => Read(expanded)),
            Each("Ical.Net", at => Peers[at].Ical().Count),
            Each("Cronos", at => Peers[at].Cronos().Count),
            Each("Quartz cron", at => Peers[at].Quartz().Count),
            Each("NodaTime by hand", at => Peers[at].Direct().Count),
            Contender.Of("union of 2,000 and 2,000 slots", () => Left.Union(Right).Count),
            Contender.Of("intersection", () => Left.Intersect(Right).Count),
            Contender.Of("difference", () => Left.Subtract(Right).Count));
        return new Figure("F4  ten years of a weekly window for each of 1,000 environments, by environment; set algebra", measured, Goals(measured));
    }

    private static Goal[] Goals(IReadOnlyList<Measured> of) =>
    [
        new("expanded into a buffer / Ical.Net", 0.001, of[0].Over(of[3])),
        new("into a buffer, bytes of one more opening", 0, Spread.Of([BytesOfOneMore(Expand)])),
        new("into a set, bytes of one more opening", BytesOfInterval, Spread.Of([BytesOfOneMore((range, of) => of.Calendar.OpenWithin(range, of.Question).Count)])),
        new("a set read again, bytes", 0, Spread.Of([of[2].Bytes])),
        new("union, ns for each slot taken in", MostNanoseconds, PerInterval(of[7])),
        new("intersection, ns for each slot taken in", MostNanoseconds, PerInterval(of[8])),
        new("difference, ns for each slot taken in", MostNanoseconds, PerInterval(of[9])),
    ];

    private static Spread PerInterval(Measured algebra) => Spread.Of(algebra.Nanoseconds.Select(all => all / (2 * Intervals)));

    private static Contender Each(string name, Func<int, int> expand)
    {
        var at = 0;
        return Contender.Of(name, () => expand(at = (at + 1) % ManyEnvironments.Count));
    }

    private static int Expand(int at) => Expand(ManyEnvironments.TenYears, ManyEnvironments.All[at]);

    private static int Expand(Slot range, ManyEnvironment of)
    {
        of.Calendar.OpenWithin(range, of.Question, Buffer);
        return Buffer.Count;
    }

    private static SlotSet Open(int at) => ManyEnvironments.All[at].Calendar.OpenWithin(ManyEnvironments.TenYears, ManyEnvironments.All[at].Question);

    private static int Read(SlotSet open)
    {
        var sum = Duration.Zero;
        for (var at = 0; at < open.Count; at++)
        {
            sum += open.EndOf(at) - open.StartOf(at);
        }

        return sum.Days;
    }

    private static double BytesOfOneMore(Func<Slot, ManyEnvironment, int> expand)
    {
        var (ten, twenty) = (BytesOf(ManyEnvironments.TenYears, expand), BytesOf(ManyEnvironments.TwentyYears, expand));
        return Math.Round((twenty.Bytes - ten.Bytes) / (double)(twenty.Count - ten.Count), 1);
    }

    private static (long Bytes, int Count) BytesOf(Slot range, Func<Slot, ManyEnvironment, int> expand)
    {
        expand(range, ManyEnvironments.All[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = expand(range, ManyEnvironments.All[0]);
        return (GC.GetAllocatedBytesForCurrentThread() - before, count);
    }

    private static SlotSet Some(int seed)
    {
        var (random, at) = (new Random(seed), Instant.FromUtc(2026, 1, 1, 0, 0));
        var slots = new List<Slot>();
        for (var number = 0; number < Intervals; number++)
        {
            var start = at + Duration.FromMinutes(random.Next(1, 500));
            at = start + Duration.FromMinutes(random.Next(1, 500));
            slots.Add(new Slot(start, at));
        }

        return SlotSet.Of(slots);
    }

    // A figure without agreement does not count: all must list the same starts before anyone is timed, clock changes and all.
    private static void Agree()
    {
        for (var at = 0; at < ManyEnvironments.Count; at++)
        {
            var own = Open(at).Select(slot => slot.Start).Where(start => start > ManyEnvironments.TenYears.Start).ToList();
            if (!own.SequenceEqual(Peers[at].Ical()) || !own.SequenceEqual(Peers[at].Cronos()) || !own.SequenceEqual(Peers[at].Quartz()) || !own.SequenceEqual(Peers[at].Direct()))
            {
                throw new InvalidOperationException($"The contenders disagree on {ManyEnvironments.All[at]}.");
            }
        }
    }
}
