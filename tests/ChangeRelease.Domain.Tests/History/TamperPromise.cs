using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>Histories that were tampered with: every bit of a chain, and edits of every kind, once with a checkpoint kept elsewhere and once without.</summary>
internal sealed class TamperPromise : IPromise
{
    public const int Length = 64;

    private const int EditsOfArchive = 250;

    private static readonly EventRecord[] Chain = Chains.Of(Length);

    public string Claim => "Whatever is changed in a history is found and located, given one checkpoint kept elsewhere; nothing else is said to be wrong.";

    /// <summary>One for each record, of which every bit is flipped; and one for its line in a file, of which the same is done.</summary>
    public int Wholes => 2 * Length;

    public void Walk(int part, Findings findings)
    {
        if (part >= Length)
        {
            FileTampering.Flip(Chain, part - Length, findings);
            return;
        }

        foreach (var flipped in BitFlips.Of(Chain[part]))
        {
            findings.Check();
            findings.Count("bit flipped");
            var verdict = HashChain.Verify(Chain[0].Stream, [.. Chain[..part], flipped, .. Chain[(part + 1)..]]);
            if (verdict.FirstBreak != new ChainBreak(part, flipped.Version, ChainBreakKind.HashMismatch) || IndependentVerification.HashOf(flipped) == flipped.Hash)
            {
                findings.Differ($"{flipped}: {verdict}");
            }
        }
    }

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        Archive? archive = null;
        for (var number = 0; number < batch.Size; number++)
        {
            archive = number % EditsOfArchive == 0 ? new Archive(dice) : archive!;
            var (kind, edited) = new Edits(dice).Next(archive.Records);
            findings.Check();
            if (number % EditsOfArchive == 0)
            {
                FileTampering.One(archive, dice, findings);
            }

            One(archive, kind, edited, dice.Next(4) == 0 ? [] : archive.Checkpoints, findings);
        }
    }

    private static void One(Archive archive, string kind, List<EventRecord> edited, List<KeptCheckpoint> checkpoints, Findings findings)
    {
        var verdict = Verified(edited, checkpoints);
        var found = verdict.Breaks.Select(found => (found.Stream.ToString(), found.Break.Position)).ToHashSet();
        if (!found.SetEquals(IndependentHistory.Breaks(edited, [.. checkpoints.Select(kept => kept.Heads.All)])))
        {
            findings.Differ($"{kind}: the two verifications disagree: {verdict}");
        }

        var touched = archive.Records.Concat(edited).Select(record => record.Stream).Distinct()
            .Select(stream => new Trace(stream, Of(archive.Records, stream), Of(edited, stream), checkpoints)).ToList();
        foreach (var trace in touched)
        {
            var first = verdict.Breaks.FirstOrDefault(found => found.Stream == trace.Stream)?.Break;
            findings.Count($"{trace.Fate(first)}{(trace.IsTouched ? $": {kind}" : string.Empty)}");
            if (!trace.IsRight(first))
            {
                findings.Differ($"{kind}: {trace.Stream} touched at {trace.At}, found {first}");
            }
        }
    }

    private static HistoryVerdict Verified(List<EventRecord> records, List<KeptCheckpoint> checkpoints)
    {
        var verifier = new HistoryVerifier(checkpoints);
        records.ForEach(record => verifier.Add(record));
        return verifier.Finish();
    }

    private static EventRecord[] Of(IEnumerable<EventRecord> records, StreamId stream) => [.. records.Where(record => record.Stream == stream)];
}
