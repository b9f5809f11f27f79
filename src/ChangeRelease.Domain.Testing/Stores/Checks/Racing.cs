namespace ChangeRelease.Domain.Testing;

/// <summary>Calls that begin at once, each on a thread of its own.</summary>
internal static class Racing
{
    private const int LooksARound = 10;

    private const int MostTimes = 20;

    /// <summary>Runs each act up to its end; they begin when all are there.</summary>
    public static async Task<T[]> AllAtOnceAsync<T>(int racers, Func<int, Task<T>> act)
    {
        using var line = new Barrier(racers);
        return await Task.WhenAll(Enumerable.Range(0, racers).Select(racer => OnItsOwn(() =>
        {
            line.SignalAndWait();
            return act(racer);
        }))).ConfigureAwait(false);
    }

    /// <summary>
    /// Races round after round, and looks again and again meanwhile, once more at the end. There are more rounds where looking is slow, so
    /// that a machine under load sees as much; but no more than so many times as many.
    /// </summary>
    public static async Task BesideAsync(int rounds, Func<int, Task> race, Func<Task> look)
    {
        var (ended, looks) = (new TaskCompletionSource(), 0);
        var looking = OnItsOwn(async () =>
        {
            for (; !ended.Task.IsCompleted; Interlocked.Increment(ref looks))
            {
                await look().ConfigureAwait(false);
            }

            await look().ConfigureAwait(false);
            return true;
        });
        try
        {
            for (var round = 0; !looking.IsCompleted && (round < rounds || (Volatile.Read(ref looks) < rounds * LooksARound && round < rounds * MostTimes)); round++)
            {
                await race(round).ConfigureAwait(false);
            }
        }
        finally
        {
            ended.SetResult();
        }

        await looking.ConfigureAwait(false);
    }

    // A thread that blocks is one that nobody else waits for: the pool stays free for what stores do in it.
    private static Task<T> OnItsOwn<T>(Func<Task<T>> act) => Task.Factory.StartNew(
        () => act().GetAwaiter().GetResult(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
