using System.Buffers;
using System.Security.Cryptography;

namespace ChangeRelease.Domain.Foundation;

/// <summary>The SHA-256 of canonical bytes: what an approval is bound to, and what links history (S-23, S-70).</summary>
public sealed record Digest
{
    /// <summary>The number of bytes of a digest.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private Digest(string hex) => Hex = hex;

    /// <summary>The digest of no bytes at all, as the predecessor of a first record.</summary>
    public static Digest Zero { get; } = new(new string('0', Length * 2));

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>The first twelve digits, for people.</summary>
    public string Abbreviated => Hex[..12];

    /// <summary>Digests bytes.</summary>
    /// <param name="bytes">The canonical bytes.</param>
    /// <returns>Their SHA-256.</returns>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(bytes, hash);
        return FromHash(hash);
    }

    internal static Digest FromHash(ReadOnlySpan<byte> hash) => new(Convert.ToHexStringLower(hash));

    /// <summary>Reads a digest back.</summary>
    /// <param name="hex">64 lower-case hexadecimal digits.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="FormatException"><paramref name="hex"/> is anything else.</exception>
    public static Digest Parse(string hex) => hex is { Length: Length * 2 } && !hex.AsSpan().ContainsAnyExcept(Digits)
        ? new Digest(hex)
        : throw new FormatException($"A digest is {Length * 2} lower-case hexadecimal digits.");

    /// <summary>Whether it is that of a hash.</summary>
    internal bool Is(ReadOnlySpan<byte> hash)
    {
        Span<char> hex = stackalloc char[Length * 2];
        return Convert.TryToHexStringLower(hash, hex, out _) && hex.SequenceEqual(Hex);
    }

    internal void CopyTo(Span<byte> hash) => Convert.FromHexString(Hex, hash, out _, out _);

    /// <summary>The digits.</summary>
    /// <returns><see cref="Hex"/>.</returns>
    public override string ToString() => Hex;
}
