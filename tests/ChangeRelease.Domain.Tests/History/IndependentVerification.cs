using System.Security.Cryptography;
using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>The verification written a second time, from what the documentation of the record says and from nothing else.</summary>
internal static class IndependentVerification
{
    public static bool IsIntact(IReadOnlyList<EventRecord> records) => Enumerable.Range(0, records.Count).All(at =>
        records[at].Hash == HashOf(records[at])
        && records[at].Version == at + 1
        && records[at].Stream == records[0].Stream
        && records[at].PreviousHash == (at == 0 ? Digest.Zero : records[at - 1].Hash)
        && (at == 0 || records[at].At >= records[at - 1].At));

    public static Digest HashOf(EventRecord record) => Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(Framing(record))));

    public static byte[] Framing(EventRecord record)
    {
        byte[][] fields =
        [
            "change-release.event-record.v1"u8.ToArray(),
            Encoding.UTF8.GetBytes(record.Stream.Tenant.Value),
            Encoding.UTF8.GetBytes(record.Stream.Kind),
            Encoding.UTF8.GetBytes(record.Stream.Key),
            BigEndian(record.Version),
            BigEndian((long)((record.At - NodaConstants.UnixEpoch).ToBigIntegerNanoseconds() / 1_000)),
            Encoding.UTF8.GetBytes(record.Actor.Value),
            Encoding.UTF8.GetBytes(record.Command.Value),
            record.Causation is { } causation ? Encoding.UTF8.GetBytes(causation.Value) : [],
            Encoding.UTF8.GetBytes(record.Type),
            record.Payload.ToArray(),
            [.. Enumerable.Range(0, 32).Select(at => Convert.ToByte(record.PreviousHash.Hex.Substring(at * 2, 2), 16))],
        ];
        return [.. fields.SelectMany(field => BigEndian(field.LongLength).Concat(field))];
    }

    /// <summary>The fields taken out of their frames again; that this works at all is what makes the framing injective.</summary>
    public static IReadOnlyList<byte[]> Unframed(byte[] framing)
    {
        List<byte[]> fields = [];
        for (var at = 0; at < framing.Length;)
        {
            var length = (int)framing[at..(at + 8)].Aggregate(0L, (sum, next) => (sum << 8) | next);
            fields.Add(framing[(at + 8)..(at + 8 + length)]);
            at += 8 + length;
        }

        return fields;
    }

    private static byte[] BigEndian(long number) => [.. Enumerable.Range(0, 8).Select(at => (byte)(number >> (56 - (8 * at))))];
}
