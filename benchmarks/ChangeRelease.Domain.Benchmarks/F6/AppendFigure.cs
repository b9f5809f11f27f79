using System.Security.Cryptography;
using System.Text.Json;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Benchmarks.F6;

/// <summary>F6: one event made ready to append, beside what its JSON and its hash take alone.</summary>
internal static class AppendFigure
{
    public static Figure Measure()
    {
        Agree();
        var (note, previous, frame) = (Ledger.Note, Ledger.Records[^2].Hash, Ledger.Frames[^1]);
        var measured = PairedRunner.Measure(
            Contender.Of("append: canonical JSON, hash, record", () => EventRecord.Create(
                Ledger.Stream, Ledger.Length, note.Header.Stamp, null, ChangeJson.TypeOf(note), ChangeJson.Write(note), previous).Payload.Length),
            Contender.Of("System.Text.Json, plain records", () => JsonSerializer.SerializeToUtf8Bytes(Ledger.Plain, PlainContext.Default.PlainNote).Length),
            Contender.Of("SHA-256 of the framed record", () => SHA256.HashData(frame).Length),
            Contender.Of("canonical JSON alone", () => ChangeJson.Write(note).Length));
        return new Figure($"F6  one event of {Ledger.Bytes.Length} bytes made ready to append", measured, [new("append / (plain JSON + SHA-256)", 1.5, OverSum(measured[0], measured[1], measured[2]))]);
    }

    private static Spread OverSum(Measured own, Measured one, Measured other) =>
        Spread.Of(own.Nanoseconds.Select((time, round) => time / (one.Nanoseconds[round] + other.Nanoseconds[round])));

    // A figure without agreement does not count: the plain records write the same bytes, and the frame gives the hash.
    private static void Agree()
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(Ledger.Plain, PlainContext.Default.PlainNote);
        if (!plain.AsSpan().SequenceEqual(Ledger.Bytes) || Convert.ToHexStringLower(SHA256.HashData(Ledger.Frames[^1])) != Ledger.Records[^1].Hash.Hex)
        {
            throw new InvalidOperationException($"The contenders write differently:\n{System.Text.Encoding.UTF8.GetString(plain)}\n{System.Text.Encoding.UTF8.GetString(Ledger.Bytes)}");
        }
    }
}
