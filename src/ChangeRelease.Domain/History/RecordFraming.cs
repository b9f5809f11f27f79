using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.History;

/// <summary>The bytes that a record's hash is the SHA-256 of, as the remarks of <see cref="EventRecord"/> lay them down (S-70, S-73).</summary>
internal static class RecordFraming
{
    /// <summary>Names this framing; another one gets another name, so that no bytes can be read both ways.</summary>
    public const string Name = "change-release.event-record.v1";

    private const int TicksInMicrosecond = 10;

    public static Digest HashOf(EventRecord record) => Digest.Of(Frame(record).WrittenSpan);

    public static ArrayBufferWriter<byte> Frame(EventRecord record)
    {
        var frames = new ArrayBufferWriter<byte>(512 + record.Payload.Length);
        Append(frames, Name);
        Append(frames, record.Stream.Tenant.Value);
        Append(frames, record.Stream.Kind);
        Append(frames, record.Stream.Key);
        Append(frames, record.Version);
        Append(frames, Microseconds(record.At));
        Append(frames, record.Actor.Value);
        Append(frames, record.Command.Value);
        Append(frames, record.Causation?.Value ?? string.Empty);
        Append(frames, record.Type);
        Append(frames, record.Payload.Span);
        Append(frames, Convert.FromHexString(record.PreviousHash.Hex));
        return frames;
    }

    // Exact: a record's instant has no digits below the microsecond.
    private static long Microseconds(Instant at) => at.ToUnixTimeTicks() / TicksInMicrosecond;

    private static void Append(ArrayBufferWriter<byte> frames, string text) => Append(frames, Encoding.UTF8.GetBytes(text));

    private static void Append(ArrayBufferWriter<byte> frames, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Append(frames, bytes);
    }

    private static void Append(ArrayBufferWriter<byte> frames, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(frames.GetSpan(sizeof(ulong)), (ulong)bytes.Length);
        frames.Advance(sizeof(ulong));
        frames.Write(bytes);
    }
}
