using System.Globalization;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>One version of a document, as it is kept.</summary>
/// <remarks>Two are equal when everything of them is, the content byte by byte.</remarks>
public sealed record StoredDocument
{
    private readonly KeptBytes _content;

    /// <summary>One version of a document.</summary>
    /// <param name="key">The document.</param>
    /// <param name="version">Which version; the first is 1.</param>
    /// <param name="content">What it says; the bytes are copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is less than 1.</exception>
    public StoredDocument(DocumentKey key, long version, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        (Key, Version, _content) = (key, version, new(content));
    }

    /// <summary>The document.</summary>
    public DocumentKey Key { get; }

    /// <summary>Which version; the first is 1.</summary>
    public long Version { get; }

    /// <summary>What it says, byte for byte as it was given.</summary>
    public ReadOnlyMemory<byte> Content => _content.Memory;

    /// <summary>The document and its version, for people.</summary>
    /// <returns>For example <c>acme/calendar/nights@3</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}@{Version}");
}
