using System.Security.Cryptography;
using System.Text;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>The verification of many streams and the hash tree, written a second time from the documentation and from nothing else.</summary>
internal static class IndependentHistory
{
    /// <summary>Where something is wrong: the stream and the position in it; for what is missing the position after the last one.</summary>
    public static HashSet<(string Stream, int Position)> Breaks(IReadOnlyList<EventRecord> records, IReadOnlyList<IReadOnlyList<StreamHead>> checkpoints)
    {
        var streams = records.GroupBy(record => record.Stream.ToString()).ToDictionary(group => group.Key, group => group.ToArray());
        var broken = streams.SelectMany(stream => Enumerable.Range(0, stream.Value.Length).Where(at => !Fits(stream.Value, at)).Select(at => (stream.Key, at))).ToHashSet();
        foreach (var head in checkpoints.SelectMany(heads => heads))
        {
            var chain = streams.GetValueOrDefault(head.Stream.ToString(), []);
            var at = Array.FindIndex(chain, record => record.Version == head.Length);
            if (at < 0 || chain[at].Hash.Hex != head.Hash.Hex)
            {
                broken.Add((head.Stream.ToString(), at < 0 ? chain.Length : at));
            }
        }

        return broken;
    }

    public static string Root(IEnumerable<StreamHead> heads) => Convert.ToHexStringLower(TreeOf([.. heads
        .OrderBy(head => head, Comparer<StreamHead>.Create((one, other) => Ordered(Names(one.Stream), Names(other.Stream))))
        .Select(head => Leaf(Framed(head)))]));

    public static byte[] Leaf(byte[] data) => SHA256.HashData([0, .. data]);

    // Level by level from the bottom, the odd one carried up: another way to the same tree.
    public static byte[] TreeOf(byte[][] leaves)
    {
        if (leaves.Length == 0)
        {
            return SHA256.HashData([]);
        }

        var level = leaves;
        while (level.Length > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair is [var left, var right] ? SHA256.HashData([1, .. left, .. right]) : pair[0])];
        }

        return level[0];
    }

    public static string DigestOf(Checkpoint checkpoint) => Convert.ToHexStringLower(SHA256.HashData(
    [
        .. Frame("change-release.checkpoint.v1"u8.ToArray()),
        .. Frame(Number(checkpoint.Number)),
        .. Frame(Number(checkpoint.At.ToUnixTimeTicks() / 10)),
        .. Frame(Number(checkpoint.Streams)),
        .. Frame(Convert.FromHexString(checkpoint.Root.Hex)),
        .. Frame(Convert.FromHexString(checkpoint.Previous.Hex)),
    ]));

    private static bool Fits(EventRecord[] chain, int at)
    {
        var (record, previous) = (chain[at], at == 0 ? null : chain[at - 1]);
        return IndependentVerification.HashOf(record).Hex == record.Hash.Hex
            && record.Version >= 1
            && record.Type.Length > 0
            && record.Version == (previous?.Version ?? 0) + 1
            && record.PreviousHash.Hex == (previous?.Hash.Hex ?? new string('0', 64))
            && (previous is null || record.At >= previous.At);
    }

    private static byte[][] Names(StreamId stream) =>
        [Encoding.UTF8.GetBytes(stream.Tenant.Value), Encoding.UTF8.GetBytes(stream.Kind), Encoding.UTF8.GetBytes(stream.Key)];

    private static int Ordered(byte[][] one, byte[][] other) =>
        Enumerable.Range(0, 3).Select(at => one[at].AsSpan().SequenceCompareTo(other[at])).FirstOrDefault(order => order != 0);

    private static byte[] Framed(StreamHead head) =>
    [
        .. Frame("change-release.stream-head.v1"u8.ToArray()),
        .. Names(head.Stream).SelectMany(Frame),
        .. Frame(Number(head.Length)),
        .. Frame(Convert.FromHexString(head.Hash.Hex)),
    ];

    private static byte[] Frame(byte[] bytes) => [.. Number(bytes.Length), .. bytes];

    private static byte[] Number(long number) => [.. BitConverter.GetBytes(number).Reverse()];
}
