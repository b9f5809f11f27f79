using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>Every bit of every field of every record of a chain, flipped one at a time.</summary>
public sealed class BitFlipTests
{
    private const int Length = 16;

    private static readonly EventRecord[] Chain = Chains.Of(Length);

    // The field, and the least number of its flipped values that are to reach the verification. The rest is refused
    // by the types already: a letter that became a control character, half a surrogate pair, a year beyond the calendar.
    [Theory]
    [InlineData("tenant", Length * 40)]
    [InlineData("kind", Length * 6)]
    [InlineData("key", Length * 40)]
    [InlineData("version", Length * 64)]
    [InlineData("at", Length * 57)]
    [InlineData("actor", Length * 30)]
    [InlineData("command", Length * 50)]
    [InlineData("causation", (5 * 50) + 11)]
    [InlineData("type", Length * 16 * 13)]
    [InlineData("payload", Length * 7 * 8)]
    [InlineData("previous hash", Length * 256)]
    [InlineData("hash", Length * 256)]
    public void A_flipped_bit_is_found_in_the_record_that_it_is_in(string field, int atLeast)
    {
        var verified = 0;
        for (var at = 0; at < Length; at++)
        {
            foreach (var tampered in BitFlips.Of(Chain[at], field))
            {
                var verdict = HashChain.Verify([.. Chain[..at], tampered, .. Chain[(at + 1)..]]);
                verdict.FirstBreak.Should().Be(new ChainBreak(at, tampered.Version, ChainBreakKind.HashMismatch));
                verified++;
            }
        }

        verified.Should().BeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public void The_second_verification_finds_them_too() =>
        BitFlips.Of(Chain[7])
            .Where(tampered => IndependentVerification.IsIntact([.. Chain[..7], tampered, .. Chain[8..]]))
            .Should().BeEmpty();
}
