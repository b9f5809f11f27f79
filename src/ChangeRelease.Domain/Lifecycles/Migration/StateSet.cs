using System.Numerics;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Numbered states, a bit for each.</summary>
internal sealed class StateSet
{
    private readonly ulong[] _bits;

    private StateSet(ulong[] bits) => _bits = bits;

    public static StateSet Empty(int count) => new(new ulong[(count + 63) / 64]);

    public StateSet With(int number)
    {
        var bits = (ulong[])_bits.Clone();
        bits[number / 64] |= 1UL << (number % 64);
        return new StateSet(bits);
    }

    /// <summary>The numbers in this set and not in another of the same size, in order.</summary>
    public IEnumerable<int> Except(StateSet other)
    {
        for (var word = 0; word < _bits.Length; word++)
        {
            for (var left = _bits[word] & ~other._bits[word]; left != 0; left &= left - 1)
            {
                yield return (word * 64) + BitOperations.TrailingZeroCount(left);
            }
        }
    }
}
