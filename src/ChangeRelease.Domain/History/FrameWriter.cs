using System.Buffers.Binary;
using System.Text;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.History;

/// <summary>Writes frames one after the other: the number of bytes, as an unsigned integer of 8, then the bytes; integers are big-endian (S-70).</summary>
/// <param name="space">Where to; large enough by <see cref="RoomFor"/>.</param>
internal ref struct FrameWriter(Span<byte> space)
{
    /// <summary>The bytes that a frame of one number takes.</summary>
    public const int RoomForNumber = sizeof(ulong) + sizeof(long);

    /// <summary>The bytes that a frame of a digest takes.</summary>
    public const int RoomForDigest = sizeof(ulong) + Digest.Length;

    private const int MostBytesOfCharacter = 3;
    private const int TicksInMicrosecond = 10;

    private readonly Span<byte> _space = space;

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _space[..Length];

    /// <summary>The most bytes that a frame of a text takes.</summary>
    public static int RoomFor(string text) => sizeof(ulong) + (MostBytesOfCharacter * text.Length);

    public void Text(string text) => Close(Encoding.UTF8.GetBytes(text, Free));

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Free);
        Close(bytes.Length);
    }

    public void Number(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(Free, number);
        Close(sizeof(long));
    }

    /// <summary>The microseconds since 1970; exact for an instant without further digits.</summary>
    public void Instant(Instant at) => Number(Microseconds(at));

    public void Hash(Digest digest)
    {
        digest.CopyTo(Free[..Digest.Length]);
        Close(Digest.Length);
    }

    public static long Microseconds(Instant at) => at.ToUnixTimeTicks() / TicksInMicrosecond;

    private readonly Span<byte> Free => _space[(Length + sizeof(ulong))..];

    private void Close(int bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(_space[Length..], (ulong)bytes);
        Length += sizeof(ulong) + bytes;
    }
}
