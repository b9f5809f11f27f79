namespace ChangeRelease.Domain.Tests.Promises;

/// <summary>Walks as much of a promise as a test has time for.</summary>
internal static class Walking
{
    private const int Size = 10_000;

    public static Findings Whole(this IPromise promise)
    {
        var findings = new Findings();
        for (var part = 0; part < promise.Wholes; part++)
        {
            promise.Walk(part, findings);
        }

        return findings;
    }

    public static Findings Random(this IPromise promise, int seed, long count)
    {
        var findings = new Findings();
        foreach (var batch in Batch.Of(seed, count, Size))
        {
            promise.Walk(batch, findings);
        }

        return findings;
    }
}
