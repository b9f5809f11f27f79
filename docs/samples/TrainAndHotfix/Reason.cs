namespace TrainAndHotfix;

/// <summary>A reason for a "no".</summary>
/// <param name="Code">Its code.</param>
/// <param name="Text">What was found, and what would cure it.</param>
internal sealed record Reason(string Code, string Text);
