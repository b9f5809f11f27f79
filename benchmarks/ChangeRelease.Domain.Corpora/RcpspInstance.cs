using System.Text.Json;

namespace ChangeRelease.Domain.Corpora;

/// <summary>One published instance: jobs with the source first and the sink last, and what is known of its best makespan.</summary>
internal sealed record RcpspInstance(string Name, bool IsFeasible, int? LowerBound, int? UpperBound, int? CriticalPath, int[] Capacity, int[] Durations, int[][] Demands, (int From, int To, int Lag)[] Lags)
{
    public int Sink => Durations.Length - 1;

    public static IEnumerable<RcpspInstance> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var one in document.RootElement.GetProperty("instances").EnumerateArray())
        {
            yield return Of(one);
        }
    }

    private static RcpspInstance Of(JsonElement one)
    {
        var durations = Numbers(one.GetProperty("durations"));
        return new RcpspInstance(
            one.GetProperty("name").GetString()!,
            !one.TryGetProperty("feasible", out var feasible) || feasible.ValueKind != JsonValueKind.False,
            Known(one, "lowerBound"),
            Known(one, "upperBound"),
            Known(one, "criticalPath"),
            Numbers(one.GetProperty("capacity")),
            durations,
            one.GetProperty("demands").EnumerateArray().Select(Numbers).ToArray(),
            one.TryGetProperty("startToStartMinLags", out var lags)
                ? lags.EnumerateArray().Select(Numbers).Select(lag => (lag[0], lag[1], lag[2])).ToArray()
                : one.GetProperty("successors").EnumerateArray().SelectMany((next, job) => Numbers(next).Select(to => (job, to, durations[job]))).ToArray());
    }

    private static int[] Numbers(JsonElement array) => array.EnumerateArray().Select(number => number.GetInt32()).ToArray();

    private static int? Known(JsonElement one, string name) => one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
