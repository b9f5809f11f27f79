using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Assessment schemes as JSON documents: written from a scheme, and read back.</summary>
/// <remarks>The schema is <c>docs/reference/assessment.schema.json</c>; the guide to assessing shows a document by hand.</remarks>
public static class AssessmentDocument
{
    /// <summary>What a document names as its format.</summary>
    public const string Format = "change-release/assessment/1";

    private const string Title = "An assessment scheme of ChangeRelease.Domain, format 1";

    private static readonly DocumentReader<SchemeEntry> Reader = new(Format, AssessmentJsonContext.OfDocuments.SchemeEntry);

    /// <summary>The limits of a reading that states none.</summary>
    /// <remarks>One MiB; 16 levels; 200 questions of 50 choices, 300 rows of 50 conditions, 1 000 names in a condition, 100 ranked authorities.</remarks>
    public static DocumentLimits OrdinaryLimits { get; } = new DocumentLimits()
        .AtMost("questions", 200).AtMost("choices", 50).AtMost("rows", RuleTable.MostRows).AtMost("when", 50)
        .AtMost("weights", 200).AtMost("steps", 100).AtMost("order", 100).AtMost("anyOf", 1_000)
        .AtMost("affectsService", 1_000).AtMost("affectsOnlyServices", 1_000).AtMost("madeInEnvironment", 1_000).AtMost("madeOnlyInEnvironments", 1_000).AtMost("underModel", 1_000);

    /// <summary>Writes a scheme; schemes that say the same give equal bytes, in whatever order the rows of their tables stood.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The document in UTF-8, laid out for people.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is null.</exception>
    public static byte[] Write(AssessmentScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return DocumentWriter.Write(JsonSerializer.SerializeToElement(SchemeWriting.Entry(scheme), AssessmentJsonContext.OfDocuments.SchemeEntry));
    }

    /// <summary>Reads a document.</summary>
    /// <remarks>
    /// Everything that is wrong is told at once, by its place: names, what stands for nothing, and all that keeps a scheme from building.
    /// Where the shape is wrong, only what is wrong with the shape.
    /// </remarks>
    /// <param name="document">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; null for <see cref="OrdinaryLimits"/>.</param>
    /// <returns>The scheme, or everything that is wrong with the document.</returns>
    public static DocumentReading<AssessmentScheme> Read(ReadOnlyMemory<byte> document, DocumentLimits? limits = null)
    {
        var faults = new DocumentFaults("assessment");
        return Resolve(Reader.Read(document, limits ?? OrdinaryLimits, faults), faults);
    }

    /// <summary>Reads a document as <see cref="Read(ReadOnlyMemory{byte}, DocumentLimits?)"/> does, within <see cref="OrdinaryLimits"/>.</summary>
    /// <param name="document">The document as text.</param>
    /// <returns>The scheme, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static DocumentReading<AssessmentScheme> Read(string document)
    {
        var faults = new DocumentFaults("assessment");
        return Resolve(Reader.Read(document, OrdinaryLimits, faults), faults);
    }

    /// <summary>The JSON Schema of such documents, draft 2020-12.</summary>
    /// <returns>The schema in UTF-8; the same bytes at each call.</returns>
    public static byte[] Schema() => DocumentSchema.Write(Reader.Shape, Format, Title, OrdinaryLimits);

    private static DocumentReading<AssessmentScheme> Resolve(SchemeEntry? entry, DocumentFaults faults) =>
        new(entry is null ? null : new SchemeResolution(faults).Scheme(entry), faults);
}
