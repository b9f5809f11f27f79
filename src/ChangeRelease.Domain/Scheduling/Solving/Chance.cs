namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Chance that is the same whenever the seed is: numbers by SplitMix64.</summary>
internal sealed class Chance(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>A number from zero up to a bound, itself outside.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from zero up to one, itself outside.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public void Shuffle(int[] items, int count)
    {
        for (var at = count - 1; at > 0; at--)
        {
            var other = Below(at + 1);
            (items[at], items[other]) = (items[other], items[at]);
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
