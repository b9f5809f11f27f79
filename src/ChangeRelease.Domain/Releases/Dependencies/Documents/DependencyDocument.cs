using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What depends on what as JSON documents: written from dependencies, and read back.</summary>
/// <remarks>The schema is <c>docs/reference/dependencies.schema.json</c>; the guide to trains shows a document by hand.</remarks>
public static class DependencyDocument
{
    /// <summary>What a document names as its format.</summary>
    public const string Format = "change-release/dependencies/1";

    private const string Title = "Dependencies of releases of ChangeRelease.Domain, format 1";

    private static readonly DocumentReader<DependenciesEntry> Reader = new(Format, DependencyJsonContext.OfDocuments.DependenciesEntry);

    /// <summary>The limits of a reading that states none.</summary>
    /// <remarks>32 MiB; 16 levels; as many releases, needs and limits as <see cref="ReleaseDependencies"/> takes; 10 000 services and releases named by one release.</remarks>
    public static DocumentLimits OrdinaryLimits { get; } = new DocumentLimits { Bytes = 1 << 25 }
        .AtMost("releases", ReleaseDependencies.MostReleases).AtMost("brings", 10_000).AtMost("after", 10_000)
        .AtMost("needs", ReleaseDependencies.MostRules).AtMost("limits", ReleaseDependencies.MostRules);

    /// <summary>Writes dependencies; the same releases, needs and limits give equal bytes, in whatever order the releases were given.</summary>
    /// <param name="dependencies">The dependencies.</param>
    /// <returns>The document in UTF-8, laid out for people.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dependencies"/> is null.</exception>
    public static byte[] Write(ReleaseDependencies dependencies)
    {
        ArgumentNullException.ThrowIfNull(dependencies);
        return DocumentWriter.Write(JsonSerializer.SerializeToElement(DependencyWriting.Entry(dependencies), DependencyJsonContext.OfDocuments.DependenciesEntry));
    }

    /// <summary>Reads a document.</summary>
    /// <remarks>
    /// Everything that is wrong is told at once, by its place: names, versions and ranges that are none, and what is named twice; where the shape is
    /// wrong, only what is wrong with the shape. What is missing and what goes in circles is told by <see cref="ReleaseDependencies.Review"/>.
    /// </remarks>
    /// <param name="document">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="limits">How large it may be; null for <see cref="OrdinaryLimits"/>.</param>
    /// <returns>The dependencies, or everything that is wrong with the document.</returns>
    public static DocumentReading<ReleaseDependencies> Read(ReadOnlyMemory<byte> document, DocumentLimits? limits = null)
    {
        var faults = new DocumentFaults("release");
        return Resolve(Reader.Read(document, limits ?? OrdinaryLimits, faults), faults);
    }

    /// <summary>Reads a document as <see cref="Read(ReadOnlyMemory{byte}, DocumentLimits?)"/> does, within <see cref="OrdinaryLimits"/>.</summary>
    /// <param name="document">The document as text.</param>
    /// <returns>The dependencies, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static DocumentReading<ReleaseDependencies> Read(string document)
    {
        var faults = new DocumentFaults("release");
        return Resolve(Reader.Read(document, OrdinaryLimits, faults), faults);
    }

    /// <summary>The JSON Schema of such documents, draft 2020-12.</summary>
    /// <returns>The schema in UTF-8; the same bytes at each call.</returns>
    public static byte[] Schema() => DocumentSchema.Write(Reader.Shape, Format, Title, OrdinaryLimits);

    private static DocumentReading<ReleaseDependencies> Resolve(DependenciesEntry? entry, DocumentFaults faults) =>
        new(entry is null ? null : new DependencyResolution(faults).Dependencies(entry), faults);
}
