using System.Text.Json;
using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving.Proving;

/// <summary>One published project: jobs between a first and a last that take no time; the sooner the last, the better.</summary>
internal sealed record PublishedProject(string Name, bool IsFeasible, long LowerBound, long UpperBound, CompactProblem Problem)
{
    public static IEnumerable<PublishedProject> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("instances").EnumerateArray().Select(Read)];
    }

    private static PublishedProject Read(JsonElement instance)
    {
        var isFeasible = !instance.TryGetProperty("feasible", out var feasible) || feasible.GetBoolean();
        return new PublishedProject(
            instance.GetProperty("name").GetString()!,
            isFeasible,
            isFeasible ? instance.GetProperty("lowerBound").GetInt64() : 0,
            isFeasible ? instance.GetProperty("upperBound").GetInt64() : 0,
            ProblemOf(instance));
    }

    // The first job starts at zero, and the last is only a name for the end.
    private static CompactProblem ProblemOf(JsonElement instance)
    {
        var (durations, demands) = (Numbers(instance.GetProperty("durations")), instance.GetProperty("demands").EnumerateArray().Select(Numbers).ToArray());
        var (lags, last) = (LagsOf(instance, durations).ToList(), durations.Length - 1);
        var horizon = 1 + Enumerable.Range(0, durations.Length).Sum(job => lags.Where(lag => lag.From == job).Select(lag => lag.Least).Append(durations[job]).Max());
        return new CompactProblem
        {
            Horizon = horizon,
            Resources = [.. Numbers(instance.GetProperty("capacity")).Select(capacity => new CompactResource { Capacity = capacity })],
            Tasks = [.. Enumerable.Range(1, last - 1).Select(job => new CompactTask
            {
                Length = durations[job],
                Starts = [lags.Where(lag => lag.From == 0 && lag.To == job).Select(lag => lag.Least).Append(0).Max(), horizon - durations[job] + 1],
                Uses = [.. demands[job].Index().Where(demand => demand.Item > 0).Select(demand => new CompactUse(demand.Index, demand.Item, 0, durations[job]))],
                Ramps = [],
                LeftOut = 0,
            })],
            Lags = [.. lags.Where(lag => lag.From > 0 && lag.To < last).Select(lag => lag with { From = lag.From - 1, To = lag.To - 1 })],
            MakespanCost = 1,
        };
    }

    private static IEnumerable<CompactLag> LagsOf(JsonElement instance, int[] durations) => instance.TryGetProperty("startToStartMinLags", out var lags)
        ? lags.EnumerateArray().Select(Numbers).Select(lag => new CompactLag(lag[0], lag[1], lag[2]))
        : instance.GetProperty("successors").EnumerateArray().SelectMany((jobs, job) => Numbers(jobs).Select(next => new CompactLag(job, next, durations[job])));

    private static int[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];
}
