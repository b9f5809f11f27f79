namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>Numbers that are the same whenever the seed is, on every machine: a linear congruence, its high bits.</summary>
internal sealed class PortfolioChance(int seed)
{
    private ulong _state = ((ulong)seed * 2_654_435_761) + 12_345;

    /// <summary>A number from zero up to a bound, itself outside.</summary>
    public int Below(int bound)
    {
        _state = (_state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (int)(((_state >> 33) * (ulong)bound) >> 31);
    }

    public int Between(int least, int most) => least + Below(most - least + 1);
}
