using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Lifecycles as JSON documents: written from a table, and read back with the words of a vocabulary.</summary>
/// <remarks>The schema is <c>docs/reference/lifecycle.schema.json</c>; the guide to lifecycles shows a document by hand.</remarks>
public static class LifecycleDocument
{
    /// <summary>What a document names as its format.</summary>
    public const string Format = "change-release/lifecycle/1";

    private const string Title = "A lifecycle of ChangeRelease.Domain, format 1";

    private static readonly DocumentReader<LifecycleEntry> Reader = new(Format, LifecycleJsonContext.OfDocuments.LifecycleEntry);

    /// <summary>The limits of a reading that states none.</summary>
    /// <remarks>
    /// One MiB; 16 levels; 1 000 states, triggers and phases; 10 000 transitions, a row for several states counted for each of them,
    /// with 20 cases, origins and requirements on average; 1 000 names of states in one list;
    /// 64 requirements in one row, which is also the most a table takes, and 64 arguments of one; 256 cases, ways back, parameters and choices.
    /// </remarks>
    public static DocumentLimits OrdinaryLimits { get; } = new DocumentLimits()
        .AtMost("phases", 1_000).AtMost("states", 1_000).AtMost("ends", 1_000).AtMost("triggers", 1_000).AtMost("transitions", 10_000)
        .AtMost("from", 1_000).AtMost("origins", 1_000).AtMost("comesFrom", 1_000)
        .AtMost("needs", 64).AtMost("with", 64)
        .AtMost("cases", 256).AtMost("ways", 256).AtMost("takes", 256).AtMost("choices", 256);

    /// <summary>Writes a table; equal tables give equal bytes.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The document in UTF-8, laid out for people.</returns>
    public static byte[] Write(LifecycleDescription table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return DocumentWriter.Write(JsonSerializer.SerializeToElement(LifecycleWriting.Entry(table), LifecycleJsonContext.OfDocuments.LifecycleEntry));
    }

    /// <summary>Reads a document and builds the lifecycle, verified like one that is written in code (S-11).</summary>
    /// <remarks>
    /// Everything that is wrong is told at once, as far as it can be known: where a member is missing, stands twice or is of another type, only what is wrong with the shape;
    /// where a member is unknown, names that nothing knows, too; else also what is wrong with the table, unless it may follow from such a name.
    /// </remarks>
    /// <typeparam name="TAttempt">What its requirements judge.</typeparam>
    /// <param name="document">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="vocabulary">The requirements, selectors and other definitions that it may name.</param>
    /// <param name="limits">How large it may be; null for <see cref="OrdinaryLimits"/>.</param>
    /// <returns>The lifecycle, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="vocabulary"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A template of the vocabulary made a requirement with another code than its own; what else a template throws passes through, but for <see cref="ArgumentException"/> and <see cref="FormatException"/>, which are faults of the document.</exception>
    public static DocumentReading<Lifecycle<TAttempt>> Read<TAttempt>(ReadOnlyMemory<byte> document, Vocabulary<TAttempt> vocabulary, DocumentLimits? limits = null) =>
        Read(document, vocabulary, limits, static _ => { });

    /// <param name="document">The document in UTF-8.</param>
    /// <param name="vocabulary">The words that it may use.</param>
    /// <param name="limits">How large it may be; null for the ordinary limits.</param>
    /// <param name="complete">Says in the table what its room says in every table.</param>
    internal static DocumentReading<Lifecycle<TAttempt>> Read<TAttempt>(
        ReadOnlyMemory<byte> document, Vocabulary<TAttempt> vocabulary, DocumentLimits? limits, Action<LifecycleTable<TAttempt>> complete)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var (bounds, faults) = (limits ?? OrdinaryLimits, new DocumentFaults("lifecycle"));
        return Resolve(Reader.Read(document, bounds, faults), vocabulary, bounds, complete, faults);
    }

    /// <summary>Reads a document as <see cref="Read{TAttempt}(ReadOnlyMemory{byte}, Vocabulary{TAttempt}, DocumentLimits?)"/> does, within <see cref="OrdinaryLimits"/>.</summary>
    /// <typeparam name="TAttempt">What its requirements judge.</typeparam>
    /// <param name="document">The document as text.</param>
    /// <param name="vocabulary">The requirements, selectors and other definitions that it may name.</param>
    /// <returns>The lifecycle, or everything that is wrong with the document.</returns>
    public static DocumentReading<Lifecycle<TAttempt>> Read<TAttempt>(string document, Vocabulary<TAttempt> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var faults = new DocumentFaults("lifecycle");
        return Resolve(Reader.Read(document, OrdinaryLimits, faults), vocabulary, OrdinaryLimits, static _ => { }, faults);
    }

    /// <summary>The JSON Schema of lifecycle documents, draft 2020-12.</summary>
    /// <returns>The schema in UTF-8; the same bytes at each call.</returns>
    public static byte[] Schema() => DocumentSchema.Write(Reader.Shape, Format, Title, OrdinaryLimits);

    private static DocumentReading<Lifecycle<TAttempt>> Resolve<TAttempt>(
        LifecycleEntry? entry, Vocabulary<TAttempt> vocabulary, DocumentLimits limits, Action<LifecycleTable<TAttempt>> complete, DocumentFaults faults) =>
        new(entry is null ? null : LifecycleResolution<TAttempt>.Resolve(entry, vocabulary, limits, complete, faults), faults);
}
