using ChangeRelease.Domain.Tests.Embedding.Kills;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>
/// What was acknowledged is there, and what was half done is finished or undone (S-51, S-71): the process dies at every call of the store there is in
/// journeys over all desks, and processes that work on a file of SQLite are really killed, at random.
/// </summary>
/// <param name="grounds">The stores, and whether it is gone on from crashes that leave the same as others, too.</param>
/// <param name="tales">The journeys.</param>
internal sealed class CrashPromise(IReadOnlyList<(Func<Ground> Open, bool PlaysAll)> grounds, IReadOnlyList<Tale> tales) : IPromise
{
    private readonly int _deeds = tales.Sum(tale => tale.Deeds.Count);

    public string Claim => "Wherever a process dies, what was acknowledged is there, the rest is there whole or not at all, and the next touch leaves nothing over.";

    /// <summary>One for each command of each journey on each store.</summary>
    public int Wholes => grounds.Count * _deeds;

    /// <summary>So many kills are on one file.</summary>
    public int SizeOfPart => 25;

    /// <summary>All journeys on the reference store and on SQLite.</summary>
    public static CrashPromise Full() => new([(Ground.Memory, true), (Ground.Sqlite, false)], Tales.Alone);

    public void Walk(int part, Findings findings)
    {
        var (ground, rest) = Math.DivRem(part, _deeds);
        var at = 0;
        while (rest >= tales[at].Deeds.Count)
        {
            rest -= tales[at++].Deeds.Count;
        }

        Task.Run(() => WalkAsync(grounds[ground], tales[at], rest, findings)).GetAwaiter().GetResult();
    }

    public void Walk(Batch batch, Findings findings)
    {
        using var killing = new Killing("safe", batch.Dice(), findings);
        for (var kill = 0; kill < batch.Size; kill++)
        {
            killing.Kill();
        }
    }

    private static async Task WalkAsync((Func<Ground> Open, bool PlaysAll) on, Tale tale, int at, Findings findings)
    {
        var ground = on.Open();
        try
        {
            await new CrashWalk(ground, tale, at, on.PlaysAll, findings).RunAsync().ConfigureAwait(false);
        }
        finally
        {
            ground.Leave();
        }
    }
}
