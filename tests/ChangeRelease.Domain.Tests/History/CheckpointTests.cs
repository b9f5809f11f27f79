using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

public sealed class CheckpointTests
{
    private static readonly StreamHeads Heads = StreamHeads.Of(new StreamHead(Chains.Stream(), 3, Digest.Of([3])));

    private static readonly Checkpoint First = Checkpoint.Of(null, Chains.Noon, StreamHeads.None);

    private static readonly Checkpoint Second = Checkpoint.Of(First, Chains.Noon + Duration.FromHours(1), Heads);

    [Fact]
    public void The_digest_is_what_anyone_computes_from_the_documented_framing()
    {
        First.Digest.Hex.Should().Be(IndependentHistory.DigestOf(First));
        Second.Digest.Hex.Should().Be(IndependentHistory.DigestOf(Second));
        Second.Root.Hex.Should().Be(IndependentHistory.Root(Heads.All));
    }

    [Fact]
    public void One_follows_the_other()
    {
        First.Follows(null).Should().BeTrue();
        Second.Follows(First).Should().BeTrue();
        Second.Follows(null).Should().BeFalse();
        First.Follows(Second).Should().BeFalse();
        new Checkpoint(3, Second.At, 1, Heads.Root, First.Digest).Follows(Second).Should().BeFalse("it skips one");
        new Checkpoint(3, First.At, 1, Heads.Root, Second.Digest).Follows(Second).Should().BeFalse("time does not run backwards");
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_turn_time()
    {
        Checkpoint.Of(Second, Chains.Noon, Heads).At.Should().Be(Second.At);
    }

    [Fact]
    public void Everything_in_it_counts()
    {
        Checkpoint[] others =
        [
            Second,
            new(3, Second.At, Second.Streams, Second.Root, Second.Previous),
            new(2, Second.At + Duration.FromNanoseconds(1_000), Second.Streams, Second.Root, Second.Previous),
            new(2, Second.At, 2, Second.Root, Second.Previous),
            new(2, Second.At, Second.Streams, Digest.Of([9]), Second.Previous),
            new(2, Second.At, Second.Streams, Second.Root, Digest.Of([9])),
        ];

        others.Select(checkpoint => checkpoint.Digest).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Heads_that_it_does_not_stand_for_are_not_taken_for_its_own()
    {
        new KeptCheckpoint(Second, Heads).Heads.Should().Be(Heads);
        FluentActions.Invoking(() => new KeptCheckpoint(Second, StreamHeads.None)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new KeptCheckpoint(new Checkpoint(2, Second.At, 2, Heads.Root, First.Digest), Heads)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void It_says_which_one_it_is() =>
        Second.ToString().Should().Be($"Checkpoint 2 of 2026-11-02T13:00:00Z, 1 streams, {Second.Digest.Abbreviated}");

    [Fact]
    public void What_is_no_checkpoint_is_not_made()
    {
        FluentActions.Invoking(() => new Checkpoint(0, Chains.Noon, 0, Digest.Zero, Digest.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Checkpoint(1, Chains.Noon, -1, Digest.Zero, Digest.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Checkpoint(1, Chains.Noon, 0, Digest.Zero, First.Digest)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Checkpoint(2, Chains.Noon, 0, Digest.Zero, Digest.Zero)).Should().Throw<ArgumentException>();
    }
}
