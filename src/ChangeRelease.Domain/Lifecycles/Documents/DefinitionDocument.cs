using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Reads a document of either kind, by the format that it names.</summary>
internal static class DefinitionDocument
{
    private const string Unknown = "lifecycle.document.format-unknown";

    /// <param name="document">The document in UTF-8.</param>
    /// <param name="vocabulary">The words that it may use.</param>
    /// <param name="complete">Says in the table what its room says in every table.</param>
    public static DocumentReading<Lifecycle<TAttempt>> Read<TAttempt>(
        ReadOnlyMemory<byte> document, Vocabulary<TAttempt> vocabulary, Action<LifecycleTable<TAttempt>> complete)
    {
        var whole = LifecycleDocument.Read(document, vocabulary, null, complete);
        if (!IsOfOtherFormat(whole))
        {
            return whole;
        }

        var derived = DerivationDocument.Read(document, vocabulary, null, complete);
        return IsOfOtherFormat(derived) ? Neither<TAttempt>() : derived;
    }

    private static bool IsOfOtherFormat<TAttempt>(DocumentReading<Lifecycle<TAttempt>> reading) =>
        reading.Faults is [{ Code: Unknown }];

    private static DocumentReading<Lifecycle<TAttempt>> Neither<TAttempt>()
    {
        var faults = new DocumentFaults("lifecycle");
        faults.Fault("document.format-unknown", "$.format", $"This version reads documents of the formats '{LifecycleDocument.Format}' and '{DerivationDocument.Format}'. Write the one that the document is of.");
        return new DocumentReading<Lifecycle<TAttempt>>(null, faults);
    }
}
