using System.Globalization;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A record, and where it stands among the records of all streams.</summary>
/// <param name="Position">Its place in the feed; positions increase, and may leave gaps.</param>
/// <param name="Record">The record.</param>
public sealed record FeedEntry(long Position, EventRecord Record)
{
    /// <summary>Place and record, for people.</summary>
    /// <returns>For example <c>17: acme/change/CHG-7@3 change-approved</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position}: {Record}");
}
