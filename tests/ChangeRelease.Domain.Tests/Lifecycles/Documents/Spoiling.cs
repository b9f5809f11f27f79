using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Reads spoiled documents, and holds every reading to what is promised of all of them.</summary>
internal static class Spoiling
{
    /// <summary>Most bytes allocated for each byte of a document, beside what every reading costs.</summary>
    public const int BytesForEach = 150;

    public const int BytesForAll = 1 << 20;

    public static string Edited(IEnumerable<Malformed.Spoiled> edits)
    {
        var text = Specimen.Text;
        foreach (var (edit, at) in edits.Select(edit => (edit, Specimen.Text.IndexOf(edit.Old, StringComparison.Ordinal))).OrderByDescending(place => place.Item2))
        {
            text = string.Concat(text.AsSpan(0, at), edit.New, text.AsSpan(at + edit.Old.Length));
        }

        return text;
    }

    /// <summary>What the largest table costs that a short document may stand for: its rows and their parts are limited by count.</summary>
    public const int BytesForLargestTable = 32 << 20;

    public static DocumentReading<Lifecycle<Trial>> Read(ReadOnlyMemory<byte> document, DocumentLimits? limits = null, int forAll = BytesForAll)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = LifecycleDocument.Read(document, Specimen.Words, limits);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        reading.Steps.Should().BeLessThanOrEqualTo(document.Length);
        allocated.Should().BeLessThan(((long)BytesForEach * document.Length) + forAll);
        ShouldBeComplete(reading);
        return reading;
    }

    public static DocumentReading<Lifecycle<Trial>> Read(string document) => Read(System.Text.Encoding.UTF8.GetBytes(document));

    public static IEnumerable<string> Told(DocumentReading<Lifecycle<Trial>> reading) => reading.Faults.Select(fault => $"{fault.Code} at {fault.Path}");

    private static void ShouldBeComplete(DocumentReading<Lifecycle<Trial>> reading)
    {
        (reading.Value is null).Should().Be(reading.Faults.Count > 0);
        reading.Faults.Count.Should().BeLessThanOrEqualTo(201);
        foreach (var fault in reading.Faults)
        {
            (RefusalCode.IsWellFormed(fault.Code) && fault.Path.StartsWith('$') && fault.Path.Length < 1_000
                && fault.Message.Length is > 20 and < 2_000 && fault.Message[^1] is '.' or '?' && !fault.Message.Any(char.IsControl))
                .Should().BeTrue("{0} must be a complete fault", fault);
        }
    }
}
