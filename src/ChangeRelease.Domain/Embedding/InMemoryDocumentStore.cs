using System.Collections.Concurrent;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A document store that keeps everything in memory, for tests, trials and samples; it survives nothing (S-71).</summary>
/// <remarks>Safe for any number of callers at once.</remarks>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly ConcurrentDictionary<(DocumentKey Key, long Version), StoredDocument> _versions = [];
    private readonly ConcurrentDictionary<DocumentKey, long> _latest = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<SaveResult> SaveAsync(DocumentKey key, long expectedVersion, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        lock (_gate)
        {
            cancellation.ThrowIfCancellationRequested();
            var latest = _latest.GetValueOrDefault(key);
            return new(latest == expectedVersion ? Save(new StoredDocument(key, latest + 1, content.Span)) : new Outdated(latest));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> FindAsync(DocumentKey key, long? version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellation.ThrowIfCancellationRequested();
        return new(_versions.GetValueOrDefault((key, version ?? _latest.GetValueOrDefault(key))));
    }

    // The version first, so that nobody finds the latest one missing.
    private Saved Save(StoredDocument document)
    {
        _versions[(document.Key, document.Version)] = document;
        _latest[document.Key] = document.Version;
        return new Saved(document.Version);
    }
}
