using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>Every bit of every field of every record of a chain, flipped one at a time.</summary>
public sealed class BitFlipTests
{
    private const int Length = 16;

    private static readonly EventRecord[] Chain = Chains.Of(Length);

    private static readonly Dictionary<string, Func<EventRecord, IEnumerable<Func<EventRecord>>>> Fields = new(StringComparer.Ordinal)
    {
        ["tenant"] = record => Flips(record.Stream.Tenant.Value, text => record.Tampered(Chains.Stream(text, record.Stream.Kind, record.Stream.Key))),
        ["kind"] = record => Flips(record.Stream.Kind, text => record.Tampered(Chains.Stream(record.Stream.Tenant.Value, text, record.Stream.Key))),
        ["key"] = record => Flips(record.Stream.Key, text => record.Tampered(Chains.Stream(record.Stream.Tenant.Value, record.Stream.Kind, text))),
        ["version"] = record => Flips(record.Version, number => record.Tampered(version: number)),
        ["at"] = record => Flips(record.At.ToUnixTimeTicks() / 10, number => record.Tampered(at: Instant.FromUnixTimeTicks(checked(number * 10)))),
        ["actor"] = record => Flips(record.Actor.Value, text => record.Tampered(actor: text)),
        ["command"] = record => Flips(record.Command.Value, text => record.Tampered(command: text)),
        ["causation"] = record => Flips(record.Causation?.Value ?? string.Empty, text => record.WithCausation(new CommandId(text)))
            .Append(() => record.WithCausation(record.Causation is null ? new CommandId("cmd-0") : null)),
        ["type"] = record => Flips(record.Type, text => record.Tampered(type: text)),
        ["payload"] = record => Flips(record.Payload.ToArray(), bytes => record.Tampered(payload: bytes)),
        ["previous hash"] = record => Flips(record.PreviousHash, digest => record.Tampered(previousHash: digest)),
        ["hash"] = record => Flips(record.Hash, digest => record.Tampered(hash: digest)),
    };

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
            foreach (var tampered in Fields[field](Chain[at]).Select(Restored).OfType<EventRecord>())
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
        Fields.Values.SelectMany(flips => flips(Chain[7])).Select(Restored).OfType<EventRecord>()
            .Where(tampered => IndependentVerification.IsIntact([.. Chain[..7], tampered, .. Chain[8..]]))
            .Should().BeEmpty();

    private static EventRecord? Restored(Func<EventRecord> restore)
    {
        try
        {
            return restore();
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static IEnumerable<Func<EventRecord>> Flips(string text, Func<string, EventRecord> restore) =>
        from bit in Enumerable.Range(0, text.Length * 16)
        select (Func<EventRecord>)(() => restore($"{text[..(bit / 16)]}{(char)(text[bit / 16] ^ (1 << (bit % 16)))}{text[((bit / 16) + 1)..]}"));

    private static IEnumerable<Func<EventRecord>> Flips(long number, Func<long, EventRecord> restore) =>
        from bit in Enumerable.Range(0, 64)
        select (Func<EventRecord>)(() => restore(number ^ (1L << bit)));

    private static IEnumerable<Func<EventRecord>> Flips(Digest digest, Func<Digest, EventRecord> restore) =>
        Flips(Convert.FromHexString(digest.Hex), bytes => restore(Digest.Parse(Convert.ToHexStringLower(bytes))));

    private static IEnumerable<Func<EventRecord>> Flips(byte[] bytes, Func<byte[], EventRecord> restore) =>
        from bit in Enumerable.Range(0, bytes.Length * 8)
        select (Func<EventRecord>)(() =>
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            return restore(flipped);
        });
}
