namespace TrainAndHotfix;

/// <summary>The notes of a release for both audiences.</summary>
/// <param name="Release">The release.</param>
/// <param name="External">For those who use it, in Markdown; null when nobody has it.</param>
/// <param name="Internal">For those inside, in Markdown.</param>
internal sealed record NotesTold(string Release, string? External, string Internal);
