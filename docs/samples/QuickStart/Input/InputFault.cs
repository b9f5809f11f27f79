namespace QuickStart.Input;

/// <summary>One thing that is wrong with the input: where, what, and what would cure it.</summary>
internal sealed record InputFault(Place Place, string Message, string Remedy);
