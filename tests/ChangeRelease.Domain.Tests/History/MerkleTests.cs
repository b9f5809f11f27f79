using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

public sealed class MerkleTests
{
    private const int Most = 70;

    // The data and roots that implementations of certificate transparency are tested with.
    private static readonly string[] Data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_tree_is_that_of_certificate_transparency()
    {
        byte[][] leaves = [.. Data.Select(data => MerkleTree.Leaf(Convert.FromHexString(data)))];

        Enumerable.Range(0, Roots.Length).Select(count => Convert.ToHexStringLower(MerkleTree.Root(leaves.AsSpan(0, count)))).Should().Equal(Roots);
    }

    [Fact]
    public void A_second_way_of_building_comes_to_the_same_root()
    {
        for (var count = 0; count <= Most; count++)
        {
            StreamHeads.Of(Heads(count)).Root.Hex.Should().Be(IndependentHistory.Root(Heads(count).Reverse()));
        }
    }

    [Fact]
    public void Every_head_is_proved_by_its_path_and_no_other_head_place_or_count_is()
    {
        for (var count = 1; count <= Most; count++)
        {
            var heads = StreamHeads.Of(Heads(count));
            var checkpoint = Checkpoint.Of(null, Chains.Noon, heads);
            foreach (var (index, head) in heads.All.Index())
            {
                var proof = heads.Prove(head.Stream)!;

                proof.Proves(checkpoint).Should().BeTrue();
                Forgeries(proof, heads.All[(index + 1) % count]).Where(forged => forged != proof && forged.Proves(checkpoint)).Should().BeEmpty();
            }
        }
    }

    // What two implementations doubled once: a list and the same list with its odd end again had one root.
    [Fact]
    public void An_odd_end_is_not_doubled()
    {
        byte[][] leaves = [.. Enumerable.Range(0, 3).Select(number => MerkleTree.Leaf([(byte)number]))];

        MerkleTree.Root([.. leaves, leaves[2]]).Should().NotEqual(MerkleTree.Root(leaves));
    }

    [Fact]
    public void A_node_is_no_leaf()
    {
        var (left, right) = (MerkleTree.Leaf([1]), MerkleTree.Leaf([2]));

        MerkleTree.Leaf([.. left, .. right]).Should().NotEqual(MerkleTree.Root([left, right]));
    }

    [Fact]
    public void What_is_not_there_has_no_proof()
    {
        StreamHeads.Of(Heads(5)).Prove(Chains.Stream(key: "elsewhere")).Should().BeNull();
        StreamHeads.None.Prove(Chains.Stream()).Should().BeNull();
    }

    [Fact]
    public void Streams_stand_in_the_order_of_their_bytes()
    {
        string[] keys = ["A", "a", "b", "\u00E9", "\uFFFD", "\U0001F600"];

        StreamHeads.Of(keys.Reverse().Select(key => Head(Chains.Stream(key: key)))).All.Select(head => head.Stream.Key).Should().Equal(keys);
    }

    [Fact]
    public void Names_do_not_bleed_into_each_other()
    {
        StreamId[] streams = [Chains.Stream("ab", "change", "c"), Chains.Stream("a", "change", "bc"), Chains.Stream("abchange", "c", "c"), Chains.Stream("a", "b", "changec")];

        streams.Select(stream => StreamHeads.Of(Head(stream)).Root).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_stream_has_one_head()
    {
        FluentActions.Invoking(() => StreamHeads.Of(Head(Chains.Stream()), Head(Chains.Stream()))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => StreamHeads.Of([null!])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new StreamHead(Chains.Stream(), 0, Digest.Zero)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IEnumerable<InclusionProof> Forgeries(InclusionProof proof, StreamHead other) =>
    [
        proof with { Head = other },
        proof with { Head = new StreamHead(proof.Head.Stream, proof.Head.Length + 1, proof.Head.Hash) },
        proof with { Head = new StreamHead(proof.Head.Stream, proof.Head.Length, Digest.Of([1])) },
        proof with { Index = proof.Index + 1 },
        proof with { Index = -1 },
        proof with { Index = proof.Index + proof.Streams },
        proof with { Streams = proof.Streams + 1 },
        proof with { Path = proof.Path.With(Digest.Zero) },
        proof with { Path = proof.Path.Skip(1).ToValueList() },
        proof with { Path = proof.Path.Reverse().ToValueList() },
    ];

    private static StreamHead[] Heads(int count) => [.. Enumerable.Range(0, count).Select(number => Head(Chains.Stream(key: $"CHG-{number}"), number + 1))];

    private static StreamHead Head(StreamId stream, long length = 1) => new(stream, length, Digest.Of(BitConverter.GetBytes(length)));
}
