using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>The canonical bytes of a permit, as the remarks of <see cref="Permit.ToBytes"/> lay them down.</summary>
internal static class PermitFrames
{
    /// <summary>Names this framing; another one gets another name, so that no bytes can be read both ways.</summary>
    public const string Name = "change-release.permit.v1";

    private const int TicksInMicrosecond = 10;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(Permit permit)
    {
        var frames = new ArrayBufferWriter<byte>(256);
        Append(frames, Name);
        Append(frames, permit.Change.Value);
        Append(frames, permit.Version);
        Append(frames, Convert.FromHexString(permit.Content.Hex));
        Append(frames, permit.Environment.Value);
        Append(frames, Microseconds(permit.NotBefore));
        Append(frames, Microseconds(permit.NotAfter));
        Append(frames, Convert.FromHexString(permit.Head.Hex));
        return frames.WrittenSpan.ToArray();
    }

    /// <summary>The permit that gives exactly these bytes; null when none does.</summary>
    public static Permit? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var permit = Framed(bytes);
            return permit is not null && Write(permit).AsSpan().SequenceEqual(bytes) ? permit : null;
        }
        catch (Exception unfit) when (unfit is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static Permit? Framed(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        return Text(Next(ref rest)) != Name ? null : new Permit(
            new ChangeId(Text(Next(ref rest))),
            Number(Next(ref rest)),
            Digested(Next(ref rest)),
            new EnvironmentId(Text(Next(ref rest))),
            At(Number(Next(ref rest))),
            At(Number(Next(ref rest))),
            Digested(Next(ref rest)));
    }

    // Exact: a permit's instants have no digits below the microsecond.
    private static long Microseconds(Instant at) => at.ToUnixTimeTicks() / TicksInMicrosecond;

    private static Instant At(long microseconds) => Instant.FromUnixTimeTicks(checked(microseconds * TicksInMicrosecond));

    private static string Text(ReadOnlySpan<byte> frame) => StrictUtf8.GetString(frame);

    private static long Number(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadInt64BigEndian(frame);

    private static Digest Digested(ReadOnlySpan<byte> frame) => frame.Length == Digest.Length
        ? Digest.Parse(Convert.ToHexStringLower(frame))
        : throw new ArgumentException("A digest has 32 bytes.", nameof(frame));

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(rest));
        var frame = rest.Slice(sizeof(uint), length);
        rest = rest[(sizeof(uint) + length)..];
        return frame;
    }

    private static void Append(ArrayBufferWriter<byte> frames, string text) => Append(frames, Encoding.UTF8.GetBytes(text));

    private static void Append(ArrayBufferWriter<byte> frames, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Append(frames, bytes);
    }

    private static void Append(ArrayBufferWriter<byte> frames, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frames.GetSpan(sizeof(uint)), (uint)bytes.Length);
        frames.Advance(sizeof(uint));
        frames.Write(bytes);
    }
}
