namespace ChangeRelease.Domain.Releases;

/// <summary>What an audience is told, under which heading, in an order that does not depend on the order in which it was given.</summary>
internal static class NotesSections
{
    public static IEnumerable<ReleaseNote> Told(ReleaseNotes notes, NotesAudience audience) => notes.Notes
        .Where(note => audience == NotesAudience.Internal || !note.IsInternal)
        .OrderBy(note => note.Scope, StringComparer.Ordinal)
        .ThenBy(note => note.Text, StringComparer.Ordinal)
        .ThenBy(note => note.Source, StringComparer.Ordinal);

    public static IEnumerable<(ReleaseNote Note, string Text)> Breaking(IEnumerable<ReleaseNote> told) => told.SelectMany(note => note.Breaking.Select(text => (note, text)));

    public static IEnumerable<(NoteCategory Category, IEnumerable<ReleaseNote> Notes)> ByCategory(IEnumerable<ReleaseNote> told) => told
        .GroupBy(note => note.Category)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key, group.AsEnumerable()));

    public static IEnumerable<KnownError> Errors(ReleaseNotes notes, NotesAudience audience) => notes.KnownErrors
        .Where(error => audience == NotesAudience.Internal || !error.IsInternal)
        .OrderBy(error => error.Symptom, StringComparer.Ordinal)
        .ThenBy(error => error.Id, StringComparer.Ordinal);
}
