using System.Numerics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Intervals of one list whose lengths are alike, in order of start. It is kept small, since every search begins with it.</summary>
/// <param name="Place">Where its blocks begin.</param>
/// <param name="Count">How many intervals it has.</param>
/// <param name="Origin">The first start, about.</param>
/// <param name="Density">How many blocks there are for each unit of time, about.</param>
internal readonly record struct LengthClass(int Place, int Count, int Origin, float Density)
{
    public const int Bytes = 16;

    private const int MicrosecondBits = 21;

    /// <summary>The last block.</summary>
    public int Last => IntervalBlocks.Of(Count) - 1;

    /// <summary>A class of intervals between two starts, told <see cref="Roughly"/>.</summary>
    public static LengthClass Of(int place, int count, int first, int last) =>
        new(place, count, first, IntervalBlocks.Of(count) / (1f + last - first));

    /// <summary>A time as guesses are made of it: an <see cref="int"/> as it is; of microseconds, two seconds are fine enough.</summary>
    public static int Roughly<T>(T time)
        where T : unmanaged, IBinaryInteger<T> => typeof(T) == typeof(int) ? int.CreateTruncating(time) : int.CreateTruncating(time >> MicrosecondBits);

    /// <summary>The block in which a time, told <see cref="Roughly"/>, probably is, or the next.</summary>
    public int Guess(int time) => (int)Math.Clamp(((time - (float)Origin) * Density) + 0.5f, 0, Last);
}
