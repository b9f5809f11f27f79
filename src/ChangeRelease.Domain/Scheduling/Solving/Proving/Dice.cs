namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Numbers that look like chance and follow from a seed (xorshift*, Vigna 2016).</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = ((ulong)(uint)seed + 1) * 0x9E3779B97F4A7C15;

    /// <summary>A number from zero to below a bound.</summary>
    public int Next(int below)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 0x2545F4914F6CDD1D >> 33) % (ulong)below);
    }
}
