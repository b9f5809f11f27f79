namespace ChangeRelease.Domain.Corpora;

/// <summary>Holds starts against the numbers of the published instance, and nothing else.</summary>
internal static class RcpspCheck
{
    /// <returns>What is wrong; null when the starts keep every lag and capacity.</returns>
    public static string? ProblemOf(RcpspInstance instance, int[] starts)
    {
        var lag = instance.Lags.FirstOrDefault(lag => starts[lag.To] < starts[lag.From] + lag.Lag, (From: -1, To: -1, Lag: 0));
        if (lag.From >= 0)
        {
            return $"job {lag.To} starts at {starts[lag.To]}, job {lag.From} at {starts[lag.From]}, lag {lag.Lag}";
        }

        foreach (var time in starts.Distinct())
        {
            for (var resource = 0; resource < instance.Capacity.Length; resource++)
            {
                var used = Enumerable.Range(1, instance.Sink - 1).Where(job => starts[job] <= time && time < starts[job] + instance.Durations[job]).Sum(job => instance.Demands[job][resource]);
                if (used > instance.Capacity[resource])
                {
                    return $"resource {resource} has {used} of {instance.Capacity[resource]} at {time}";
                }
            }
        }

        return Array.Exists(starts, start => start < 0) ? "a job starts before zero" : null;
    }
}
