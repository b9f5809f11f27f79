namespace TrainAndHotfix;

/// <summary>What happened, in order: what both reports are made of.</summary>
/// <param name="Chapters">The chapters.</param>
/// <param name="Notes">The release notes of what left.</param>
/// <param name="History">The history of the train, as it is kept.</param>
internal sealed record Tale(IReadOnlyList<Chapter> Chapters, IReadOnlyList<NotesTold> Notes, HistoryTold History);
