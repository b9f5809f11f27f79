using System.Buffers;
using System.Security.Cryptography;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>The bytes that a record's hash is the SHA-256 of, as the remarks of <see cref="EventRecord"/> lay them down (S-70, S-73).</summary>
internal static class RecordFraming
{
    /// <summary>Names this framing; another one gets another name, so that no bytes can be read both ways.</summary>
    public static ReadOnlySpan<byte> Name => "change-release.event-record.v1"u8;

    private const int MostOnStack = 1_536;
    private const int Numbers = 2;

    public static Digest HashOf(EventRecord record)
    {
        Span<byte> hash = stackalloc byte[Digest.Length];
        Hash(record, hash);
        return Digest.FromHash(hash);
    }

    /// <summary>Whether a record's content gives a digest.</summary>
    public static bool Gives(EventRecord record, Digest digest)
    {
        Span<byte> hash = stackalloc byte[Digest.Length];
        Hash(record, hash);
        return digest.Is(hash);
    }

    public static byte[] Frame(EventRecord record)
    {
        var space = new byte[RoomFor(record)];
        return space[..Write(record, space)];
    }

    private static void Hash(EventRecord record, Span<byte> hash)
    {
        var room = RoomFor(record);
        if (room <= MostOnStack)
        {
            Span<byte> space = stackalloc byte[MostOnStack];
            SHA256.HashData(space[..Write(record, space)], hash);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(room);
        SHA256.HashData(rented.AsSpan(0, Write(record, rented)), hash);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static int RoomFor(EventRecord record) => (Numbers * FrameWriter.RoomForNumber) + FrameWriter.RoomForDigest
        + sizeof(ulong) + Name.Length + FrameWriter.RoomFor(record.Stream.Tenant.Value) + FrameWriter.RoomFor(record.Stream.Kind)
        + FrameWriter.RoomFor(record.Stream.Key) + FrameWriter.RoomFor(record.Actor.Value) + FrameWriter.RoomFor(record.Command.Value)
        + FrameWriter.RoomFor(record.Causation?.Value ?? string.Empty) + FrameWriter.RoomFor(record.Type) + sizeof(ulong) + record.Payload.Length;

    private static int Write(EventRecord record, Span<byte> space)
    {
        var frames = new FrameWriter(space);
        frames.Bytes(Name);
        frames.Text(record.Stream.Tenant.Value);
        frames.Text(record.Stream.Kind);
        frames.Text(record.Stream.Key);
        frames.Number(record.Version);
        frames.Instant(record.At);
        frames.Text(record.Actor.Value);
        frames.Text(record.Command.Value);
        frames.Text(record.Causation?.Value ?? string.Empty);
        frames.Text(record.Type);
        frames.Bytes(record.Payload.Span);
        frames.Hash(record.PreviousHash);
        return frames.Length;
    }
}
