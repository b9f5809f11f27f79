using System.Diagnostics;
using ChangeRelease.Domain.Tests.Calendars;
using ChangeRelease.Domain.Tests.Foundation;
using ChangeRelease.Domain.Tests.Scheduling;

namespace ChangeRelease.Domain.Tests.Promises;

/// <summary>Rules, calendars, graphs, schedules and problems that are hard on others take bounded work here, or are refused (P16). Memory is always counted; time only where it may be.</summary>
internal sealed class BoundedWorkPromise(bool isTimed) : IPromise
{
    private const long MostBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan _most = TimeSpan.FromMilliseconds(50);

    private readonly IReadOnlyList<HardCase> _cases = [.. HardCalendars.All(), .. HardGraphs.Cases(), .. HardSchedules.Cases(), .. HardProblems.Cases()];

    public string Claim => "Each answers, or is refused, within 50 ms and 16 MB.";

    public int Wholes => _cases.Count;

    public void Walk(int part, Findings findings)
    {
        var one = _cases[part];
        findings.Check();
        findings.Count(one.Kind);
        findings.Count(one.Run() ? "answered" : "refused"); // also so that nothing is compiled while it is measured
        var (bytes, best) = (long.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 3; round++)
        {
            var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            one.Run();
            (bytes, best) = (Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before), clock.Elapsed < best ? clock.Elapsed : best);
        }

        if (bytes > MostBytes || (isTimed && best > _most))
        {
            findings.Differ(FormattableString.Invariant($"{one.Kind}, {one.Name}: {best.TotalMilliseconds:F1} ms, {bytes / 1024 / 1024.0:F1} MB"));
        }
    }

    public void Walk(Batch batch, Findings findings)
    {
    }
}
