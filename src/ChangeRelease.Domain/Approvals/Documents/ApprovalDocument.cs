using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Approval policies as JSON documents: written from a policy, and read back.</summary>
/// <remarks>The schema is <c>docs/reference/approvals.schema.json</c>; the guide to approvals shows a document by hand.</remarks>
public static class ApprovalDocument
{
    /// <summary>What a document names as its format.</summary>
    public const string Format = "change-release/approvals/1";

    private const string Title = "An approval policy of ChangeRelease.Domain, format 1";

    private static readonly DocumentReader<PolicyEntry> Reader = new(Format, ApprovalJsonContext.OfDocuments.PolicyEntry);

    /// <summary>The limits of a reading that states none.</summary>
    /// <remarks>One MiB; 40 levels; 1 000 rules and separations; 64 parts in one list, and of one expression as many as <see cref="ApprovalExpression"/> takes.</remarks>
    public static DocumentLimits OrdinaryLimits { get; } = new DocumentLimits { Depth = 40 }
        .AtMost("rules", 1_000).AtMost("separations", 1_000)
        .AtMost("allOf", 64).AtMost("anyOf", 64).AtMost("of", 64).AtMost("inSequence", 64).AtMost("vetoBy", 64);

    /// <summary>Writes a policy; equal policies give equal bytes.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The document in UTF-8, laid out for people.</returns>
    public static byte[] Write(ApprovalPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return DocumentWriter.Write(JsonSerializer.SerializeToElement(ApprovalWriting.Entry(policy), ApprovalJsonContext.OfDocuments.PolicyEntry));
    }

    /// <summary>Reads a document.</summary>
    /// <remarks>Everything that is wrong is told at once, by its place; where the shape is wrong, only what is wrong with the shape.</remarks>
    /// <param name="document">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; null for <see cref="OrdinaryLimits"/>.</param>
    /// <returns>The policy, or everything that is wrong with the document.</returns>
    public static DocumentReading<ApprovalPolicy> Read(ReadOnlyMemory<byte> document, DocumentLimits? limits = null)
    {
        var faults = new DocumentFaults("approval");
        return Resolve(Reader.Read(document, limits ?? OrdinaryLimits, faults), faults);
    }

    /// <summary>Reads a document as <see cref="Read(ReadOnlyMemory{byte}, DocumentLimits?)"/> does, within <see cref="OrdinaryLimits"/>.</summary>
    /// <param name="document">The document as text.</param>
    /// <returns>The policy, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static DocumentReading<ApprovalPolicy> Read(string document)
    {
        var faults = new DocumentFaults("approval");
        return Resolve(Reader.Read(document, OrdinaryLimits, faults), faults);
    }

    /// <summary>The JSON Schema of such documents, draft 2020-12.</summary>
    /// <returns>The schema in UTF-8; the same bytes at each call.</returns>
    public static byte[] Schema() => DocumentSchema.Write(Reader.Shape, Format, Title, OrdinaryLimits);

    private static DocumentReading<ApprovalPolicy> Resolve(PolicyEntry? entry, DocumentFaults faults) =>
        new(entry is null ? null : new ApprovalResolution(faults).Policy(entry), faults);
}
