using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>Files of history that were tampered with: found, located, and found alike by a second verification.</summary>
internal sealed class FileTampering : IPromise
{
    private const int EditsOfArchive = 50;
    private const int SecondOpinionOf = 16;

    public string Claim => "Whatever is changed in a history file is found and located.";

    public static byte[] Written(IEnumerable<EventRecord> records, KeptCheckpoint? checkpoint)
    {
        using var file = new MemoryStream();
        HistoryFile.WriteAsync(file, records.ToAsyncEnumerable(), checkpoint).AsTask().GetAwaiter().GetResult();
        return file.ToArray();
    }

    public static HistoryFileVerdict Verified(byte[] file, HistoryLimits? limits = null, params KeptCheckpoint[] checkpoints)
    {
        using var stream = new MemoryStream(file);
        return HistoryFile.VerifyAsync(stream, checkpoints, limits).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Every bit of the line of one record in a file.</summary>
    public static void Flip(EventRecord[] chain, int record, Findings findings)
    {
        var file = Written(chain, null);
        var from = Enumerable.Range(0, record + 1).Aggregate(0, (at, _) => Array.IndexOf(file, (byte)'\n', at) + 1);
        var to = Array.IndexOf(file, (byte)'\n', from);
        for (var bit = from * 8; bit <= (to * 8) + 7; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            findings.Check();
            findings.Count("bit of a file flipped");
            Locate(file, record + 2, bit % SecondOpinionOf == 0, findings, $"bit {bit} of line {record + 2}");
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    public static void One(Archive archive, Random dice, Findings findings)
    {
        var file = Written(archive.Records, archive.Checkpoints[^1]);
        for (var number = 0; number < EditsOfArchive; number++)
        {
            var (kind, edited) = FileEdits.Next(file, dice);
            findings.Check();
            Compare(file, edited, kind, findings);
        }
    }

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var number = 0; number < batch.Size; number += EditsOfArchive)
        {
            One(new Archive(dice), dice, findings);
        }
    }

    private static void Locate(byte[] file, long line, bool isCompared, Findings findings, string what)
    {
        var verdict = Verified(file);
        if (FirstLine(verdict) != line || (isCompared && !IsSame(verdict, IndependentFile.Read(file))))
        {
            findings.Differ($"{what}: {verdict}");
        }
    }

    private static void Compare(byte[] file, byte[] edited, string kind, Findings findings)
    {
        var verdict = Verified(edited);
        var isUntouched = file.AsSpan().SequenceEqual(edited);
        var isReordered = !isUntouched && kind == "two lines swapped" && verdict.IsIntact;
        findings.Count($"{(isUntouched ? "left alone" : isReordered ? "streams mixed otherwise" : "found")}: {kind}");
        if (!IsSame(verdict, IndependentFile.Read(edited)))
        {
            findings.Differ($"{kind}: the two verifications disagree: {verdict}");
        }

        if (!(isUntouched || isReordered ? verdict.IsIntact : IsLocated(verdict, FirstDifference(file, edited))))
        {
            findings.Differ($"{kind}, line {FirstDifference(file, edited)}: {verdict}");
        }
    }

    // Not before the first line that differs; but heads that do not fit are told where their checkpoint stands, and a cut after the last whole line.
    private static bool IsLocated(HistoryFileVerdict verdict, long line) => !verdict.IsIntact
        && verdict.Faults.All(fault => fault.Line >= line || fault.Kind == LineFaultKind.HeadsDiffer || IsCut(verdict, line))
        && verdict.History.Breaks.All(found => found.Line is null || found.Line >= line);

    private static bool IsCut(HistoryFileVerdict verdict, long line) => verdict.Faults[^1].Kind == LineFaultKind.EndMissing && verdict.Faults[^1].Line == line - 1;

    private static long FirstLine(HistoryFileVerdict verdict) => verdict.Faults.Select(fault => fault.Line)
        .Concat(verdict.History.Breaks.Select(found => found.Line ?? long.MaxValue)).DefaultIfEmpty(0).Min();

    private static long FirstDifference(byte[] file, byte[] edited) =>
        1 + file.AsSpan(0, file.AsSpan().CommonPrefixLength(edited)).Count((byte)'\n');

    private static bool IsSame(HistoryFileVerdict verdict, IndependentFile other) =>
        verdict.Faults.Select(fault => fault.Line).ToHashSet().SetEquals(other.Lines)
        && verdict.History.Breaks.Select(found => (found.Stream.ToString(), found.Break.Position)).ToHashSet().SetEquals(other.Breaks);
}
