using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Reads texts that come again and again, as the names in a history do: one that was read not long ago is not made anew.</summary>
/// <remarks>It holds a fixed number of values and may be used by any number of readers at once: each of them finds a value or makes an equal one.</remarks>
internal sealed class Recent<T>(Func<string, T> make, Func<T, string> textOf)
    where T : class
{
    private const int PlacesInBits = 6;
    private const int Longest = 64;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly T?[] _places = new T?[1 << PlacesInBits];

    /// <summary>Reads the text that a reader is at.</summary>
    /// <exception cref="InvalidOperationException">It is at no text, or at one that is not well-formed.</exception>
    public T Read(ref Utf8JsonReader reader)
    {
        if (reader is not { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false, ValueSpan.Length: <= Longest })
        {
            return make(reader.GetString()!);
        }

        var place = PlaceOf(reader.ValueSpan);
        return _places[place] is { } known && Ascii.Equals(reader.ValueSpan, textOf(known)) ? known : _places[place] = make(reader.GetString()!);
    }

    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var mixed = (ulong)text.Length;
        if (text.Length >= sizeof(ulong))
        {
            mixed ^= BinaryPrimitives.ReadUInt64LittleEndian(text) ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]), 1);
        }
        else
        {
            foreach (var letter in text)
            {
                mixed = (mixed << 8) | letter;
            }
        }

        return (int)((mixed * Spread) >> (64 - PlacesInBits));
    }
}
