using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Priority tables as JSON documents: written from a table, and read back.</summary>
/// <remarks>The schema is <c>docs/reference/priorities.schema.json</c>.</remarks>
public static class PriorityDocument
{
    /// <summary>What a document names as its format.</summary>
    public const string Format = "change-release/priorities/1";

    private const string Title = "A priority table of ChangeRelease.Domain, format 1";

    private static readonly DocumentReader<PriorityTableEntry> Reader = new(Format, AssessmentJsonContext.OfDocuments.PriorityTableEntry);

    /// <summary>The limits of a reading that states none.</summary>
    /// <remarks>64 KiB; 16 levels; 5 weights.</remarks>
    public static DocumentLimits OrdinaryLimits { get; } = new DocumentLimits { Bytes = 1 << 16 }.AtMost("weights", 5);

    /// <summary>Writes a table; tables that say the same give equal bytes.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The document in UTF-8, laid out for people.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    public static byte[] Write(PriorityTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return DocumentWriter.Write(JsonSerializer.SerializeToElement(SchemeWriting.Entry(table), AssessmentJsonContext.OfDocuments.PriorityTableEntry));
    }

    /// <summary>Reads a document.</summary>
    /// <remarks>Everything that is wrong is told at once, by its place; where the shape is wrong, only what is wrong with the shape.</remarks>
    /// <param name="document">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; null for <see cref="OrdinaryLimits"/>.</param>
    /// <returns>The table, or everything that is wrong with the document.</returns>
    public static DocumentReading<PriorityTable> Read(ReadOnlyMemory<byte> document, DocumentLimits? limits = null)
    {
        var faults = new DocumentFaults("assessment");
        return Resolve(Reader.Read(document, limits ?? OrdinaryLimits, faults), faults);
    }

    /// <summary>Reads a document as <see cref="Read(ReadOnlyMemory{byte}, DocumentLimits?)"/> does, within <see cref="OrdinaryLimits"/>.</summary>
    /// <param name="document">The document as text.</param>
    /// <returns>The table, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static DocumentReading<PriorityTable> Read(string document)
    {
        var faults = new DocumentFaults("assessment");
        return Resolve(Reader.Read(document, OrdinaryLimits, faults), faults);
    }

    /// <summary>The JSON Schema of such documents, draft 2020-12.</summary>
    /// <returns>The schema in UTF-8; the same bytes at each call.</returns>
    public static byte[] Schema() => DocumentSchema.Write(Reader.Shape, Format, Title, OrdinaryLimits);

    private static DocumentReading<PriorityTable> Resolve(PriorityTableEntry? entry, DocumentFaults faults) =>
        new(entry is null ? null : Table(entry, faults), faults);

    private static PriorityTable? Table(PriorityTableEntry entry, DocumentFaults faults)
    {
        if (faults.Count > 0)
        {
            return null;
        }

        try
        {
            return PriorityTable.Define(Rows(entry), entry.MayFall ?? false, entry.Weights?.ToValueList());
        }
        catch (AssessmentDefinitionException wrong)
        {
            foreach (var fault in wrong.Faults)
            {
                faults.Add(fault.Code, SchemePaths.OfPriorities(fault), fault.Message);
            }

            return null;
        }
    }

    private static ValueList<GradeRow<Priority>> Rows(PriorityTableEntry entry) =>
        [Row(Grade.Low, entry.Low), Row(Grade.Medium, entry.Medium), Row(Grade.High, entry.High), Row(Grade.Critical, entry.Critical)];

    private static GradeRow<Priority> Row(Grade impact, PriorityRowEntry entry) => new(impact, entry.Low, entry.Medium, entry.High, entry.Critical);
}
