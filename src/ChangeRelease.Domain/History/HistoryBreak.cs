using System.Globalization;

namespace ChangeRelease.Domain.History;

/// <summary>One thing that is wrong with the history of many streams, and where (S-70).</summary>
/// <param name="Stream">The stream that it is wrong in.</param>
/// <param name="Break">What is wrong, and at which of its records.</param>
/// <param name="Line">The line of the file that the record was read from, the first being 1; null when there is no file, or the record is missing.</param>
public sealed record HistoryBreak(StreamId Stream, ChainBreak Break, long? Line)
{
    /// <summary>Where and what, as a sentence.</summary>
    /// <returns>For example <c>Line 9, acme/change/CHG-7: Position 3, version 4: the hash does not match the content.</c></returns>
    public override string ToString() => Line is null
        ? $"{Stream}: {Break}"
        : string.Create(CultureInfo.InvariantCulture, $"Line {Line}, {Stream}: {Break}");
}
