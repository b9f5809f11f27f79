using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Derivations as JSON documents: what is different from a definition that the vocabulary knows, without a copy of it.</summary>
/// <remarks>
/// The schema is <c>docs/reference/derivation.schema.json</c>. A document says what <see cref="Derivation{TAttempt}"/> says in code, always in this order:
/// what is inserted, what is required, what is forbidden, what triggers take, and rows of its own.
/// </remarks>
public static class DerivationDocument
{
    /// <summary>What a document names as its format.</summary>
    public const string Format = "change-release/derivation/1";

    private const string Title = "A derivation of a lifecycle of ChangeRelease.Domain, format 1";

    private static readonly DocumentReader<DerivationEntry> Reader = new(Format, LifecycleJsonContext.OfDocuments.DerivationEntry);

    /// <summary>The limits of a reading that states none.</summary>
    /// <remarks>
    /// Those of <see cref="LifecycleDocument.OrdinaryLimits"/> for rows of its own, phases and triggers; 256 states that are inserted; 1 000 entries that require, and that forbid;
    /// 256 triggers that one state shares. Entries that require ask together for at most 64 requirements of one trigger everywhere, and as many in one state.
    /// </remarks>
    public static DocumentLimits OrdinaryLimits { get; } = LifecycleDocument.OrdinaryLimits
        .AtMost("insert", 256).AtMost("require", 1_000).AtMost("forbid", 1_000).AtMost("on", 256);

    /// <summary>Reads a document and derives the lifecycle, verified and proved like one that is derived in code (S-11, S-12).</summary>
    /// <remarks>
    /// Everything that is wrong is told at once, as <see cref="LifecycleDocument.Read{TAttempt}(ReadOnlyMemory{byte}, Vocabulary{TAttempt}, DocumentLimits?)"/> tells it.
    /// That the derivation loosens is told when nothing else is wrong, with the way to where it does.
    /// </remarks>
    /// <typeparam name="TAttempt">What its requirements judge.</typeparam>
    /// <param name="document">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="vocabulary">The definition that it derives, and the requirements, selectors and other definitions that it may name.</param>
    /// <param name="limits">How large it may be; null for <see cref="OrdinaryLimits"/>.</param>
    /// <returns>The lifecycle, or everything that is wrong with the document.</returns>
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
    /// <param name="vocabulary">The definition that it derives, and the requirements, selectors and other definitions that it may name.</param>
    /// <returns>The lifecycle, or everything that is wrong with the document.</returns>
    public static DocumentReading<Lifecycle<TAttempt>> Read<TAttempt>(string document, Vocabulary<TAttempt> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var faults = new DocumentFaults("lifecycle");
        return Resolve(Reader.Read(document, OrdinaryLimits, faults), vocabulary, OrdinaryLimits, static _ => { }, faults);
    }

    /// <summary>The JSON Schema of derivation documents, draft 2020-12.</summary>
    /// <returns>The schema in UTF-8; the same bytes at each call.</returns>
    public static byte[] Schema() => DocumentSchema.Write(Reader.Shape, Format, Title, OrdinaryLimits);

    private static DocumentReading<Lifecycle<TAttempt>> Resolve<TAttempt>(
        DerivationEntry? entry, Vocabulary<TAttempt> vocabulary, DocumentLimits limits, Action<LifecycleTable<TAttempt>> complete, DocumentFaults faults) =>
        new(entry is null ? null : DerivationResolution<TAttempt>.Resolve(entry, vocabulary, limits, complete, faults), faults);
}
