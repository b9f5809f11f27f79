using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>A record with one bit of one field flipped, for every bit; what the types refuse already is left out.</summary>
internal static class BitFlips
{
    private static readonly Dictionary<string, Func<EventRecord, IEnumerable<Func<EventRecord>>>> Makers = new(StringComparer.Ordinal)
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

    public static IReadOnlyCollection<string> Fields => Makers.Keys;

    public static IEnumerable<EventRecord> Of(EventRecord record, string field) => Makers[field](record).Select(Restored).OfType<EventRecord>();

    public static IEnumerable<EventRecord> Of(EventRecord record) => Fields.SelectMany(field => Of(record, field));

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
