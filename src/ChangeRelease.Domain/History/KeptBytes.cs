using System.Collections.Immutable;

namespace ChangeRelease.Domain.History;

/// <summary>Bytes kept exactly as they were written, equal to others when every byte is.</summary>
internal sealed class KeptBytes : IEquatable<KeptBytes>
{
    private readonly ImmutableArray<byte> _bytes;

    public KeptBytes(ReadOnlySpan<byte> bytes) => _bytes = [.. bytes];

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory();

    public ReadOnlySpan<byte> Span => _bytes.AsSpan();

    public bool Equals(KeptBytes? other) => other is not null && Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => Equals(obj as KeptBytes);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }
}
