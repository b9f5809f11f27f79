using System.Numerics;

namespace ChangeRelease.Domain.Approvals;

/// <summary>A set of the people and boards of an electorate, by their places.</summary>
internal readonly struct Bits(ulong[] words)
{
    private readonly ulong[] _words = words;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>How many places it has room for.</summary>
    public int Room => _words.Length * 64;

    public static Bits For(int places) => new(new ulong[(places + 63) / 64]);

    public bool Has(int place) => (_words[place >> 6] & (1UL << place)) != 0;

    public void Add(int place) => _words[place >> 6] |= 1UL << place;

    public void Remove(int place) => _words[place >> 6] &= ~(1UL << place);

    public void Add(Bits others)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            _words[word] |= others._words[word];
        }
    }

    public void Remove(Bits others)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            _words[word] &= ~others._words[word];
        }
    }

    public Bits And(Bits others)
    {
        var both = Copy();
        for (var word = 0; word < _words.Length; word++)
        {
            both._words[word] &= others._words[word];
        }

        return both;
    }

    public Bits Or(Bits others)
    {
        var any = Copy();
        any.Add(others);
        return any;
    }

    public int CountWith(Bits others)
    {
        var count = 0;
        for (var word = 0; word < _words.Length; word++)
        {
            count += BitOperations.PopCount(_words[word] & others._words[word]);
        }

        return count;
    }

    public bool Overlaps(Bits others)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            if ((_words[word] & others._words[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(Bits others)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            if ((others._words[word] & ~_words[word]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first place from one on; below zero when there is none.</summary>
    public int Next(int from)
    {
        for (var word = from >> 6; word < _words.Length; word++)
        {
            var left = word == from >> 6 ? _words[word] & (ulong.MaxValue << from) : _words[word];
            if (left != 0)
            {
                return (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }

        return -1;
    }

    public Bits Copy() => new((ulong[])_words.Clone());

    /// <summary>The places in ascending order.</summary>
    public List<int> Places()
    {
        var places = new List<int>();
        for (var place = Next(0); place >= 0; place = Next(place + 1))
        {
            places.Add(place);
        }

        return places;
    }
}
