namespace ChangeRelease.Domain.Embedding;

/// <summary>Where a host keeps versioned documents: calendars, policies, definitions, templates (S-71). A host need not have it.</summary>
/// <remarks>
/// Versions are never changed and never removed, as history refers to them by id and version (S-6). Names are compared ordinally, each part
/// on its own, and content comes back byte for byte, as for <see cref="IEventStore"/>.
/// </remarks>
public interface IDocumentStore
{
    /// <summary>Keeps a new version, unless somebody else has kept one meanwhile.</summary>
    /// <remarks>
    /// Comparing and writing are one atomic act. After an exception it is open whether the version was kept: read the
    /// document, and see whether it is yours.
    /// </remarks>
    /// <param name="key">The document; it need not exist.</param>
    /// <param name="expectedVersion">The version that was changed; 0 for a new document.</param>
    /// <param name="content">What the new version says; the bytes are copied.</param>
    /// <param name="cancellation">Honored before the act begins, never during it.</param>
    /// <returns><see cref="Saved"/> with <paramref name="expectedVersion"/> + 1, or <see cref="Outdated"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null. Nothing was written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expectedVersion"/> is negative. Nothing was written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested before the act. Nothing was written.</exception>
    ValueTask<SaveResult> SaveAsync(DocumentKey key, long expectedVersion, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>Finds a document, as it is or as it was.</summary>
    /// <param name="key">The document.</param>
    /// <param name="version">Which version, from 1 on; null for the latest. There is none below 1.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <returns>The version, or null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    ValueTask<StoredDocument?> FindAsync(DocumentKey key, long? version, CancellationToken cancellation);
}
