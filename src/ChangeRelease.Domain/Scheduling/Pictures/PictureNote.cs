namespace ChangeRelease.Domain.Scheduling;

/// <summary>Something left out, and why.</summary>
internal sealed record PictureNote(string Name, string Sentence);
