namespace TrainAndHotfix;

/// <summary>The history of a stream.</summary>
/// <param name="Stream">Which one.</param>
/// <param name="Records">Its records, a line for each.</param>
/// <param name="IsIntact">Whether every record has the hash of the one before it, and its own.</param>
internal sealed record HistoryTold(string Stream, IReadOnlyList<string> Records, bool IsIntact);
