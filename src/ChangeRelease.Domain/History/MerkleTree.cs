using System.Numerics;
using System.Security.Cryptography;

namespace ChangeRelease.Domain.History;

/// <summary>The hash tree of RFC 9162, section 2.1: leaves and nodes are hashed with different first bytes, and an odd node is never doubled.</summary>
internal static class MerkleTree
{
    private const byte LeafSign = 0;
    private const byte NodeSign = 1;

    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafSign]);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }

    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => SHA256.HashData([]),
        1 => leaves[0],
        _ => Node(Root(leaves[..(int)Split(leaves.Length)]), Root(leaves[(int)Split(leaves.Length)..])),
    };

    /// <summary>What has to be known beside a leaf to come to the root, from the bottom to the top.</summary>
    public static IEnumerable<byte[]> Path(byte[][] leaves, int index)
    {
        var path = new Stack<byte[]>();
        var (from, to) = (0, leaves.Length);
        while (to - from > 1)
        {
            var middle = from + (int)Split(to - from);
            path.Push(Root(index < middle ? leaves.AsSpan(middle..to) : leaves.AsSpan(from..middle)));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        return path;
    }

    /// <summary>The root that a leaf and its path come to; null when the path does not fit the place.</summary>
    public static byte[]? Climb(byte[] leaf, long index, long count, ReadOnlySpan<byte[]> path)
    {
        if (count <= 1)
        {
            return count == 1 && index == 0 && path.IsEmpty ? leaf : null;
        }

        if (path.IsEmpty || index < 0 || index >= count)
        {
            return null;
        }

        var split = Split(count);
        var below = index < split ? Climb(leaf, index, split, path[..^1]) : Climb(leaf, index - split, count - split, path[..^1]);
        return below is null ? null : index < split ? Node(below, path[^1]) : Node(path[^1], below);
    }

    // The largest power of two that is smaller than the count.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    private static byte[] Node(byte[] left, byte[] right)
    {
        Span<byte> both = [NodeSign, .. left, .. right];
        return SHA256.HashData(both);
    }
}
