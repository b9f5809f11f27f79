namespace ChangeRelease.Domain.Tests.Promises;

/// <summary>A part of a random walk: its seed and number make its cases, all by themselves.</summary>
/// <param name="Seed">The seed of the walk.</param>
/// <param name="Number">Which part of it, from zero on.</param>
/// <param name="Size">How many cases.</param>
internal sealed record Batch(int Seed, int Number, int Size)
{
    /// <summary>The seed of this part alone.</summary>
    public int Own => unchecked((Seed * 1_000_003) + Number);

    public Random Dice() => new(Own);

    /// <summary>The parts of a walk of so many cases.</summary>
    public static IEnumerable<Batch> Of(int seed, long count, int size)
    {
        for (var number = 0; count > 0; count -= size, number++)
        {
            yield return new Batch(seed, number, (int)Math.Min(size, count));
        }
    }
}
