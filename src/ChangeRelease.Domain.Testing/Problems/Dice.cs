namespace ChangeRelease.Domain.Testing;

/// <summary>Chance that is the same for ever where the seed is: numbers by xorshift64* from a mixed seed.</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(long seed)
    {
        _state = (unchecked((ulong)seed) * 0x9E3779B97F4A7C15) ^ 0xD1B54A32D192ED03;
        _state = _state == 0 ? 1 : _state;
        for (var turn = 0; turn < 8; turn++)
        {
            Next();
        }
    }

    /// <summary>A number between two, both inside.</summary>
    public int From(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => From(1, 100) <= percent;

    public T OneOf<T>(params IReadOnlyList<T> all) => all[From(0, all.Count - 1)];

    /// <summary>Some of a list, each at most once, in an order by chance.</summary>
    public List<T> Some<T>(IReadOnlyList<T> all, int count)
    {
        var rest = all.ToList();
        var some = new List<T>();
        while (some.Count < count && rest.Count > 0)
        {
            var at = From(0, rest.Count - 1);
            some.Add(rest[at]);
            rest.RemoveAt(at);
        }

        return some;
    }

    public static List<T> Many<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make).ToList();

    private ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return unchecked(_state * 0x2545F4914F6CDD1D) >> 16;
    }
}
