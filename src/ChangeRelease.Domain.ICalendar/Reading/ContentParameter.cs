namespace ChangeRelease.Domain.ICalendar;

/// <summary>A parameter of a line.</summary>
/// <param name="Name">The name, in capitals.</param>
/// <param name="Value">Its values without quotes, separated by commas where there are several.</param>
internal sealed record ContentParameter(string Name, string Value);
