using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>Proves that a stream had a head when a checkpoint was taken, by the checkpoint and nothing else (S-70).</summary>
/// <remarks>
/// Made by <see cref="StreamHeads.Prove"/>. Whoever holds the checkpoint needs neither the other streams nor their names; the digests of
/// the path say nothing about them. It is checked as RFC 9162, section 2.1.3.2 says.
/// </remarks>
/// <param name="Head">The head that is proved.</param>
/// <param name="Index">Its place among the streams of the checkpoint, from zero on.</param>
/// <param name="Streams">How many streams the checkpoint has.</param>
/// <param name="Path">What has to be known beside the head to come to the root, from the bottom of the tree to the top.</param>
public sealed record InclusionProof(StreamHead Head, long Index, long Streams, ValueList<Digest> Path)
{
    /// <summary>Whether it proves its head to somebody who holds a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>True when the head was among the streams of the checkpoint; false when this does not prove it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="checkpoint"/> is null.</exception>
    public bool Proves(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return Streams == checkpoint.Streams
            && MerkleTree.Climb(StreamHeads.Leaf(Head), Index, Streams, [.. Path.Select(Bytes)]) is { } root
            && Digest.FromHash(root) == checkpoint.Root;
    }

    private static byte[] Bytes(Digest digest) => Convert.FromHexString(digest.Hex);
}
