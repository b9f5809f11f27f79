using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

public sealed class HashChainTests
{
    private const int Length = 16;

    private static readonly EventRecord[] Chain = Chains.Of(Length);

    public static TheoryData<int> Positions => [.. Enumerable.Range(0, Length)];

    [Fact]
    public void A_chain_as_it_was_written_is_intact()
    {
        var verdict = HashChain.Verify(Chain);

        verdict.IsIntact.Should().BeTrue();
        verdict.FirstBreak.Should().BeNull();
        verdict.Length.Should().Be(Length);
        verdict.Head.Should().Be(Chain[^1].Hash);
        verdict.ToString().Should().Be($"Intact, 16 records, head {Chain[^1].Hash.Abbreviated}.");
        IndependentVerification.IsIntact(Chain).Should().BeTrue();
    }

    [Fact]
    public void No_records_are_an_intact_chain_that_says_its_length()
    {
        HashChain.Verify([]).Should().Be(HashChain.Verify(Chains.Stream(), []));
        HashChain.Verify([]).Should().BeEquivalentTo(new { IsIntact = true, Length = 0, Head = Digest.Zero });
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_dropped_record_is_missed_at_its_place(int at)
    {
        var verdict = HashChain.Verify([.. Chain[..at], .. Chain[(at + 1)..]]);

        if (at < Length - 1)
        {
            verdict.Breaks.Should().Equal(
                new ChainBreak(at, at + 2, ChainBreakKind.PredecessorMismatch),
                new ChainBreak(at, at + 2, ChainBreakKind.VersionNotConsecutive));
        }
        else
        {
            verdict.IsIntact.Should().BeTrue("a chain cannot prove its own end");
            verdict.Head.Should().NotBe(Chain[^1].Hash, "but a checkpoint can");
        }
    }

    [Fact]
    public void Any_two_records_swapped_are_found_at_the_first_of_them()
    {
        var swaps = Pairs().ToList();

        swaps.Should().HaveCount(Length * (Length - 1) / 2).And.AllSatisfy(swap =>
        {
            EventRecord[] swapped = [.. Chain];
            (swapped[swap.One], swapped[swap.Other]) = (swapped[swap.Other], swapped[swap.One]);

            ShouldBreakAt(swap.One, swapped);
        });
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_repeated_record_is_found_where_it_is_repeated(int at)
    {
        ShouldBreakAt(at + 1, [.. Chain[..(at + 1)], .. Chain[at..]]);
        HashChain.Verify([.. Chain[..(at + 1)], .. Chain[at..]]).Breaks
            .Should().Contain(new ChainBreak(at + 1, at + 1, ChainBreakKind.VersionNotConsecutive));
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_record_of_this_chain_moved_elsewhere_is_found(int from)
    {
        var rest = Chain.Where((_, at) => at != from).ToList();
        var targets = Enumerable.Range(0, Length).Where(to => to != from).ToList();

        targets.Should().AllSatisfy(to => ShouldBreakAt(Math.Min(from, to), [.. rest[..to], Chain[from], .. rest[to..]]));
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_record_put_in_between_is_found_however_well_it_is_forged(int at)
    {
        var previous = at == 0 ? null : Chain[at - 1];
        var forged = Chains.Next(Chains.Stream(), previous, "cmd-forged");

        HashChain.Verify([.. Chain[..at], forged, .. Chain[at..]]).Breaks.Should().StartWith(
        [
            new ChainBreak(at + 1, at + 1, ChainBreakKind.PredecessorMismatch),
            new ChainBreak(at + 1, at + 1, ChainBreakKind.VersionNotConsecutive),
        ]);
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_record_changed_together_with_its_hash_is_found_by_its_successor(int at)
    {
        EventRecord[] forged = [.. Chain];
        forged[at] = Chain[at].Tampered(payload: [65]).Forged();
        var verdict = HashChain.Verify(forged);

        if (at < Length - 1)
        {
            verdict.Breaks.Should().Equal(new ChainBreak(at + 1, at + 2, ChainBreakKind.PredecessorMismatch));
        }
        else
        {
            verdict.IsIntact.Should().BeTrue("a chain cannot prove its own end");
            verdict.Head.Should().NotBe(Chain[^1].Hash, "but a checkpoint can");
        }
    }

    [Fact]
    public void A_record_of_another_stream_is_found()
    {
        EventRecord[] mixed = [.. Chain];
        mixed[5] = Chains.Of(Length, Chains.Stream(tenant: "ACME"))[5];

        HashChain.Verify(mixed).Breaks.Should().Equal(
            new ChainBreak(5, 6, ChainBreakKind.PredecessorMismatch),
            new ChainBreak(5, 6, ChainBreakKind.StreamDiffers),
            new ChainBreak(6, 7, ChainBreakKind.PredecessorMismatch));
    }

    [Fact]
    public void Another_stream_in_the_place_of_this_one_is_found_when_the_stream_is_named()
    {
        HashChain.Verify(Chains.Stream(), Chain).IsIntact.Should().BeTrue();
        HashChain.Verify(Chains.Stream(key: "CHG-8"), Chain).Breaks.Should().HaveCount(Length)
            .And.OnlyContain(problem => problem.Kind == ChainBreakKind.StreamDiffers);
    }

    [Fact]
    public void Time_may_stand_still_but_not_go_backwards()
    {
        var first = Chains.First(Chains.Stream());
        var same = Chains.Next(Chains.Stream(), first, "cmd-2");
        var earlier = same.Tampered(at: first.At - Duration.FromMilliseconds(1)).Forged();

        HashChain.Verify([first, same]).IsIntact.Should().BeTrue();
        HashChain.Verify([first, earlier]).Breaks.Should().Equal(new ChainBreak(1, 2, ChainBreakKind.TimeWentBackwards));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_version_that_cannot_be_is_found_even_with_a_hash_that_fits(long version) =>
        HashChain.Verify([Chain[0].Tampered(version: version).Forged()]).Breaks.Should().Equal(
            new ChainBreak(0, version, ChainBreakKind.HashMismatch),
            new ChainBreak(0, version, ChainBreakKind.VersionNotConsecutive));

    [Theory]
    [InlineData("")]
    [InlineData("change\topened")]
    public void A_type_that_cannot_be_is_found_even_with_a_hash_that_fits(string type) =>
        HashChain.Verify([Chain[0].Tampered(type: type).Forged()]).Breaks.Should().Equal(new ChainBreak(0, 1, ChainBreakKind.HashMismatch));

    // In UTF-8 half a pair becomes the replacement character, so both frame alike.
    [Fact]
    public void Half_a_surrogate_pair_does_not_pass_for_the_character_that_replaces_it()
    {
        var replaced = EventRecord.Create(Chains.Stream(), 1, Chains.Stamp("cmd-1"), null, "change-\uFFFD", [], Digest.Zero);

        HashChain.Verify([replaced]).IsIntact.Should().BeTrue();
        HashChain.Verify([replaced.Tampered(type: "change-\uD800")]).Breaks.Should().Equal(new ChainBreak(0, 1, ChainBreakKind.HashMismatch));
    }

    [Fact]
    public void Everything_wrong_is_listed_and_says_where_and_what()
    {
        var other = Chains.Stream(key: "CHG-8");
        var verdict = HashChain.Verify([Chain[0], Chain[1].Tampered(other, 7, Chains.Noon - Duration.FromDays(1), previousHash: Digest.Zero)]);

        verdict.FirstBreak.Should().Be(new ChainBreak(1, 7, ChainBreakKind.HashMismatch));
        verdict.ToString().Should().Be(
            "Position 1, version 7: the hash does not match the content. "
            + "Position 1, version 7: the predecessor named is not the one found. "
            + "Position 1, version 7: the version does not follow on the one before. "
            + "Position 1, version 7: the record belongs to another stream. "
            + "Position 1, version 7: the record is earlier than the one before.");
    }

    [Fact]
    public void Nothing_is_not_a_chain()
    {
        FluentActions.Invoking(() => HashChain.Verify(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => HashChain.Verify(null!, Chain)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => HashChain.Verify(Chains.Stream(), null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => HashChain.Verify([Chain[0], null!])).Should().Throw<ArgumentException>();
    }

    private static IEnumerable<(int One, int Other)> Pairs() =>
        from one in Enumerable.Range(0, Length)
        from other in Enumerable.Range(one + 1, Length - one - 1)
        select (one, other);

    private static void ShouldBreakAt(int position, EventRecord[] records)
    {
        HashChain.Verify(records).FirstBreak!.Position.Should().Be(position);
        IndependentVerification.IsIntact(records).Should().BeFalse();
    }
}
