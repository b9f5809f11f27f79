namespace ChangeRelease.Domain.Fuzz;

/// <summary>Inputs drawn from a corpus and a seed: always the same ones. It needs no instrumentation, and knows nothing of what it reached.</summary>
internal sealed class Mutations(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MostLength = 20_000;

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var input = new List<byte>(corpus[_random.Next(corpus.Count)]);
        for (var left = _random.Next(1, _random.Next(2, 7)); left > 0; left--)
        {
            Change(input);
        }

        return [.. input.Take(MostLength)];
    }

    private void Change(List<byte> input)
    {
        var at = _random.Next(input.Count + 1);
        switch (_random.Next(10))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)_random.Next(256);
                break;
            case 2:
                input.RemoveRange(at, Math.Min(input.Count - at, _random.Next(1, 40)));
                break;
            case 3:
                input.InsertRange(at, Piece(input));
                break;
            case 4:
                input.InsertRange(at, Piece(corpus[_random.Next(corpus.Count)]));
                break;
            case 5:
                Line(input, corpus[_random.Next(corpus.Count)]);
                break;
            default:
                Digit(input, at);
                break;
        }
    }

    private byte[] Piece(IReadOnlyList<byte> from)
    {
        var start = _random.Next(from.Count + 1);
        return [.. from.Skip(start).Take(_random.Next(1, 60))];
    }

    /// <summary>A whole line of another input, in the place of one or before it.</summary>
    private void Line(List<byte> input, byte[] other)
    {
        var (line, place) = (LineAt(other), LineAt(input));
        var with = other[line.Start..line.End];
        if (_random.Next(2) == 0)
        {
            input.RemoveRange(place.Start, place.End - place.Start);
        }

        input.InsertRange(place.Start, with);
    }

    private (int Start, int End) LineAt(IReadOnlyList<byte> input)
    {
        var (start, end) = (_random.Next(input.Count + 1), 0);
        end = start;
        while (start > 0 && input[start - 1] != (byte)'\n')
        {
            start--;
        }

        while (end < input.Count && input[end] != (byte)'\n')
        {
            end++;
        }

        return (start, Math.Min(input.Count, end + 1));
    }

    /// <summary>Another digit, so that numbers and times stay what they are.</summary>
    private void Digit(List<byte> input, int from)
    {
        var at = input.FindIndex(Math.Min(from, Math.Max(0, input.Count - 1)), one => one is >= (byte)'0' and <= (byte)'9');
        if (at >= 0)
        {
            input[at] = (byte)('0' + _random.Next(10));
        }
    }
}
