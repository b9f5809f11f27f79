using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F3;

/// <summary>F3: the next slot that fits, from a compiled calendar; beside what others take to find the next start.</summary>
internal static class NextSlotFigure
{
    private static readonly CompiledCalendar Compiled = NightlyWork.Compile(NightlyWork.Freezes);
    private static readonly CompiledCalendar Many = NightlyWork.Compile(NightlyWork.ManyFreezes);
    private static readonly CompiledCalendar Old = NightlyWork.Compile(NightlyWork.Freezes, new LocalDate(2009, 1, 1));

    public static Figure Measure()
    {
        Agree();
        var measured = PairedRunner.Measure(
            Asking("compiled, 20 freezes", at => Compiled.EarliestStart(at, NightlyWork.Length)),
            Asking("compiled, 2,000 freezes", at => Many.EarliestStart(at, NightlyWork.Length)),
            Asking("compiled, 17 years after the anchor", at => Old.EarliestStart(at, NightlyWork.Length)),
            Asking("Ical.Net, from the date", NextSlotPeers.IcalFromDate),
            Asking("Ical.Net, from DTSTART", NextSlotPeers.IcalFromStart),
            Asking("Quartz cron, looped over the freezes", NextSlotPeers.Quartz),
            Asking("Quartz chained calendars, next included", at => NextSlotPeers.QuartzChained(at)),
            Asking("Cronos, looped over the freezes", NextSlotPeers.Cronos),
            Asking("NodaTime by hand, looped over the freezes", NextSlotPeers.Direct));
        return new Figure("F3  the next slot of four hours: a weekly window in New York, less freezes, over ten years", measured, Goals(measured));
    }

    private static Goal[] Goals(IReadOnlyList<Measured> of) =>
    [
        new("compiled / Ical.Net from the date", 0.001, of[0].Over(of[3])),
        new("compiled / Quartz cron", 0.2, of[0].Over(of[5])),
        new("2,000 freezes / 20 freezes", 1.3, of[1].Over(of[0])),
        new("17 years after the anchor / from it", 1.3, of[2].Over(of[0])),
        new("compiled, bytes", 0, Spread.Of([of[0].Bytes + of[1].Bytes + of[2].Bytes])),
    ];

    private static Contender Asking(string name, Func<Instant, Instant?> ask)
    {
        var at = 0;
        return Contender.Of(name, () =>
        {
            at = (at + 1) % NightlyWork.Asked;
            return ask(NightlyWork.Instants[at]) is null ? 0 : 1;
        });
    }

    // A figure without agreement does not count: all must find the same starts before anyone is timed.
    private static void Agree()
    {
        foreach (var at in NightlyWork.Instants)
        {
            var own = Compiled.EarliestStart(at, NightlyWork.Length);
            Instant?[] peers =
            [
                Old.EarliestStart(at, NightlyWork.Length), NextSlotPeers.IcalFromDate(at), NextSlotPeers.IcalFromStart(at),
                NextSlotPeers.Quartz(at), NextSlotPeers.Cronos(at), NextSlotPeers.Direct(at),
            ];
            if (own is null || Array.Exists(peers, found => found != own))
            {
                throw new InvalidOperationException($"The contenders disagree after {at}: {own}, and {string.Join(", ", peers)}.");
            }
        }
    }
}
