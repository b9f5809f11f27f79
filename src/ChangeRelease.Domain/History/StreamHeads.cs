using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>The heads of any number of streams, and the one digest that stands for all of them (S-70).</summary>
/// <remarks>
/// <para>
/// The digest is the root of the hash tree of RFC 9162, section 2.1, with SHA-256. A leaf's data are the frames below, in the manner of
/// <see cref="EventRecord"/>; leaves are in the order of tenant, kind and key, each by the bytes of its UTF-8. A leaf is hashed after a
/// byte 0, a node after a byte 1, and an odd node is carried up and never doubled. Without streams the root is the SHA-256 of no bytes.
/// </para>
/// <list type="number">
/// <item><description>the text <c>change-release.stream-head.v1</c></description></item>
/// <item><description>the stream's tenant</description></item>
/// <item><description>the stream's kind</description></item>
/// <item><description>the stream's key</description></item>
/// <item><description>the length: a signed integer of 8 bytes</description></item>
/// <item><description>the hash: its 32 bytes</description></item>
/// </list>
/// </remarks>
public sealed record StreamHeads
{
    private const string LeafName = "change-release.stream-head.v1";

    private StreamHeads(ValueList<StreamHead> all) => (All, Root) = (all, Digest.FromHash(MerkleTree.Root(Leaves(all))));

    /// <summary>No streams.</summary>
    public static StreamHeads None { get; } = new([]);

    /// <summary>The heads, ordered by their streams.</summary>
    public ValueList<StreamHead> All { get; }

    /// <summary>The root of the tree over all of them.</summary>
    public Digest Root { get; }

    /// <summary>Takes heads together.</summary>
    /// <param name="heads">The heads, in any order.</param>
    /// <returns>All of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="heads"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="heads"/> holds null, or two heads of one stream.</exception>
    public static StreamHeads Of(params IEnumerable<StreamHead> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        StreamHead[] ordered = [.. heads.Select(head => head ?? throw new ArgumentException("A head is missing.", nameof(heads)))];
        Array.Sort(ordered, static (one, other) => StreamOrder.ByBytes.Compare(one.Stream, other.Stream));
        for (var at = 1; at < ordered.Length; at++)
        {
            if (ordered[at].Stream == ordered[at - 1].Stream)
            {
                throw new ArgumentException($"The stream {ordered[at].Stream} has two heads.", nameof(heads));
            }
        }

        return new StreamHeads(ordered.ToValueList());
    }

    /// <summary>Finds the head of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>Its head; null when it is not among them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public StreamHead? Find(StreamId stream) => IndexOf(stream) is >= 0 and var at ? All[at] : null;

    /// <summary>Proves that a head is among them, to somebody who knows the root and not the others. Takes time in proportion to their number.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The proof; null when the stream is not among them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public InclusionProof? Prove(StreamId stream) => IndexOf(stream) is >= 0 and var at
        ? new InclusionProof(All[at], at, All.Count, MerkleTree.Path(Leaves(All), at).Select(hash => Digest.FromHash(hash)).ToValueList())
        : null;

    /// <summary>How many there are, and the beginning of the root.</summary>
    /// <returns>For example <c>57 streams, root 9c1185a5c5e9</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{All.Count} streams, root {Root.Abbreviated}");

    internal static byte[] Leaf(StreamHead head)
    {
        var frames = new FrameWriter(new byte[RoomFor(head)]);
        frames.Text(LeafName);
        frames.Text(head.Stream.Tenant.Value);
        frames.Text(head.Stream.Kind);
        frames.Text(head.Stream.Key);
        frames.Number(head.Length);
        frames.Hash(head.Hash);
        return MerkleTree.Leaf(frames.Written);
    }

    private static byte[][] Leaves(ValueList<StreamHead> heads) => [.. heads.Select(Leaf)];

    private static int RoomFor(StreamHead head) => FrameWriter.RoomFor(LeafName) + FrameWriter.RoomFor(head.Stream.Tenant.Value)
        + FrameWriter.RoomFor(head.Stream.Kind) + FrameWriter.RoomFor(head.Stream.Key) + FrameWriter.RoomForNumber + FrameWriter.RoomForDigest;

    private int IndexOf(StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (from, to) = (0, All.Count - 1);
        while (from <= to)
        {
            var middle = from + ((to - from) / 2);
            var order = StreamOrder.ByBytes.Compare(All[middle].Stream, stream);
            if (order == 0)
            {
                return middle;
            }

            (from, to) = order < 0 ? (middle + 1, to) : (from, middle - 1);
        }

        return -1;
    }
}
