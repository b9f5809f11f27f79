namespace TrainAndHotfix;

/// <summary>A part of the journey.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Steps">What was attempted, in order.</param>
internal sealed record Chapter(string Title, IReadOnlyList<Step> Steps);
