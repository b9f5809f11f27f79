using System.Numerics;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A set of small numbers, to be searched, counted, and picked from by rank.</summary>
internal sealed class Bits(int length)
{
    private readonly ulong[] _words = new ulong[(length + 63) / 64];

    public int Length { get; } = length;

    public int Count { get; private set; }

    public bool IsFull => Count == Length;

    public static Bits Of(int length, Func<int, bool> holds)
    {
        var bits = new Bits(length);
        for (var at = 0; at < length; at++)
        {
            if (holds(at))
            {
                bits.Add(at);
            }
        }

        return bits;
    }

    private void Add(int at)
    {
        _words[at >> 6] |= 1UL << at;
        Count++;
    }

    /// <summary>The first number in the set from a value on, or -1.</summary>
    public int Next(int from)
    {
        if (from >= Length)
        {
            return -1;
        }

        var word = from >> 6;
        for (var rest = _words[word] & (ulong.MaxValue << from); ; rest = _words[word])
        {
            if (rest != 0)
            {
                return (word << 6) + BitOperations.TrailingZeroCount(rest);
            }

            if (++word == _words.Length)
            {
                return -1;
            }
        }
    }

    /// <summary>The last number in the set up to a value, or -1.</summary>
    public int Previous(int until)
    {
        if (until < 0)
        {
            return -1;
        }

        var word = until >> 6;
        for (var rest = _words[word] & (ulong.MaxValue >> (63 - (until & 63))); ; rest = _words[word])
        {
            if (rest != 0)
            {
                return (word << 6) + 63 - BitOperations.LeadingZeroCount(rest);
            }

            if (--word < 0)
            {
                return -1;
            }
        }
    }

    /// <summary>How many numbers of the set are below a value.</summary>
    public int CountBelow(int value)
    {
        if (value >= Length)
        {
            return Count;
        }

        var (count, last) = (0, value >> 6);
        for (var word = 0; word < last; word++)
        {
            count += BitOperations.PopCount(_words[word]);
        }

        return count + BitOperations.PopCount(_words[last] & ((1UL << value) - 1));
    }

    /// <summary>The number of a rank, counted from 0.</summary>
    public int At(int rank)
    {
        var word = 0;
        for (var inWord = BitOperations.PopCount(_words[0]); rank >= inWord; inWord = BitOperations.PopCount(_words[++word]))
        {
            rank -= inWord;
        }

        var rest = _words[word];
        for (; rank > 0; rank--)
        {
            rest &= rest - 1;
        }

        return (word << 6) + BitOperations.TrailingZeroCount(rest);
    }
}
