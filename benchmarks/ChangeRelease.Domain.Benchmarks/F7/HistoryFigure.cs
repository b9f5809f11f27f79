using System.Security.Cryptography;
using System.Text.Json;
using ChangeRelease.Domain.Benchmarks.F6;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Benchmarks.F7;

/// <summary>F7: a stream of typed events folded, events read back from bytes, a chain verified; beside what each takes at least.</summary>
internal static class HistoryFigure
{
    // As a desk has them: names and digests that come again are found, and are the same instances (Recent).
    private static readonly ChangeEvent[] Events = [.. Ledger.Records.Select(record => ChangeJson.ReadEvent(record.Payload.Span))];

    public static Figure Measure()
    {
        Agree();
        var measured = PairedRunner.Measure(
            Of("fold, an event", () => ChangeRequest.Fold(Events)!.Annotations),
            Of("a plain record copied, an event", Copy),
            Of("fold one by one and keep each, an event", FoldOneByOne),
            Contender.Of("read back, an event", () => ((ChangeAnnotated)ChangeJson.ReadEvent(Ledger.Bytes)).Text.Length),
            Contender.Of("System.Text.Json, plain records", () => JsonSerializer.Deserialize(Ledger.Bytes, PlainContext.Default.PlainNote)!.Text.Length),
            Of("verify a chain, a record", () => HashChain.Verify(Ledger.Records).Length),
            Of("verify many streams, a record", Verified),
            Of("SHA-256 of the framed records, a record", Hashed));
        return new Figure($"F7  a stream of {Ledger.Length} events", measured,
        [
            new("fold, nanoseconds an event", 30, measured[0].Time),
            new("read back / plain JSON", 1, measured[3].Over(measured[4])),
            new("verify / raw hash loop", 1.3, measured[5].Over(measured[7])),
            new("verify many streams / raw hash loop", 1.3, measured[6].Over(measured[7])),
        ]);
    }

    // The work of a whole stream counts as so many operations.
    private static Contender Of(string name, Func<int> stream) => new(name, operations =>
    {
        var sum = 0;
        for (var at = 0; at < operations; at += Ledger.Length)
        {
            sum += stream();
        }

        return sum;
    });

    private static int FoldOneByOne()
    {
        ChangeRequest? change = null;
        foreach (var happened in Events)
        {
            change = ChangeRequest.Fold(change, happened);
        }

        return change!.Annotations;
    }

    private static int Copy()
    {
        var state = new PlainNoted(0, 0, Ledger.Plain.Header);
        foreach (var happened in Events)
        {
            state = happened is ChangeAnnotated ? state with { Version = state.Version + 1, Notes = state.Notes + 1 } : state with { Version = 1 };
        }

        return state.Notes;
    }

    private static int Verified()
    {
        var verifier = new HistoryVerifier([]);
        foreach (var record in Ledger.Records)
        {
            verifier.Add(record);
        }

        return (int)verifier.Finish().Records;
    }

    private static int Hashed()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var sum = 0;
        foreach (var frame in Ledger.Frames)
        {
            sum += SHA256.HashData(frame, hash) + hash[0];
        }

        return sum;
    }

    private static void Agree()
    {
        var isRight = ChangeRequest.Fold(Events)!.Annotations == Ledger.Length - 1 && FoldOneByOne() == Ledger.Length - 1 && Copy() == Ledger.Length - 1 && HashChain.Verify(Ledger.Records).IsIntact && Verified() == Ledger.Length
            && ChangeJson.ReadEvent(Ledger.Bytes).Equals(Ledger.Note) && JsonSerializer.Deserialize(Ledger.Bytes, PlainContext.Default.PlainNote)!.Text == Ledger.Note.Text;
        if (!isRight)
        {
            throw new InvalidOperationException("The contenders disagree.");
        }
    }

    private sealed record PlainNoted(long Version, int Notes, PlainHeader Header);
}
