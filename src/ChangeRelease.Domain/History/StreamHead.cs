using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>How far a stream had come: how many records it had, and the hash of the last one (S-70).</summary>
public sealed record StreamHead
{
    /// <summary>Notes how far a stream had come.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="length">How many records it had, which is the version of the last one; at least 1.</param>
    /// <param name="hash">The hash of the last one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="hash"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 1: a stream without records has no head.</exception>
    public StreamHead(StreamId stream, long length, Digest hash)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentNullException.ThrowIfNull(hash);
        (Stream, Length, Hash) = (stream, length, hash);
    }

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>How many records it had, which is the version of the last one.</summary>
    public long Length { get; }

    /// <summary>The hash of the last one.</summary>
    public Digest Hash { get; }

    /// <summary>The stream, how far it had come, and the beginning of the hash.</summary>
    /// <returns>For example <c>acme/change/CHG-7@16 9c1185a5c5e9</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream}@{Length} {Hash.Abbreviated}");
}
