using System.Globalization;
using System.Text;

namespace ChangeRelease.Domain.Releases;

/// <summary>Writes release notes as Markdown.</summary>
internal static class NotesMarkdown
{
    public static string Write(ReleaseNotes notes, NotesAudience audience)
    {
        var (text, isInternal) = (new StringBuilder(), audience == NotesAudience.Internal);
        text.Append(CultureInfo.InvariantCulture, $"# {MarkdownText.Escaped(notes.Title)}{(notes.Version is { } version ? $" ({MarkdownText.Escaped(version.ToString())})" : string.Empty)}\n\n");
        if (isInternal)
        {
            text.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Escaped(notes.Id.Value, begins: true)}, {MarkdownText.Escaped(notes.Type.Value)}: {MarkdownText.Escaped(notes.State)}\n\n");
            text.AppendJoin(string.Empty, notes.Changes.Select(Item));
        }

        var told = NotesSections.Told(notes, audience).ToList();
        Section(text, "Breaking changes", NotesSections.Breaking(told).Select(entry => Item(entry.Note, entry.Text, isInternal)));
        foreach (var (category, items) in NotesSections.ByCategory(told))
        {
            Section(text, category == NoteCategory.Other ? "Other changes" : category.ToString(), items.Select(note => Item(note, note.Text, isInternal)));
        }

        Section(text, "Known errors", NotesSections.Errors(notes, audience).Select(error => Item(error, isInternal)));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append(text[^2] == '\n' ? string.Empty : "\n").Append(CultureInfo.InvariantCulture, $"## {title}\n\n").AppendJoin(string.Empty, all);
    }

    private static string Item(CarriedChange change) =>
        $"- {MarkdownText.Escaped(change.Title, begins: true)} ({MarkdownText.Escaped(change.Id.Value)}, {MarkdownText.Escaped(change.Type)}): {MarkdownText.Escaped(string.Join(", ", change.Services))}; {MarkdownText.Escaped(change.Status)}\n";

    // Nothing between stars would be stars.
    private static string Item(ReleaseNote note, string text, bool isInternal)
    {
        var scope = MarkdownText.Escaped(note.Scope ?? string.Empty);
        var source = isInternal ? MarkdownText.Escaped(note.Source ?? string.Empty) : string.Empty;
        return $"- {(scope.Length > 0 ? $"**{scope}** " : string.Empty)}{MarkdownText.Escaped(text, begins: scope.Length == 0)}{(source.Length > 0 ? $" ({source})" : string.Empty)}\n";
    }

    private static string Item(KnownError error, bool isInternal) =>
        $"- {MarkdownText.Escaped(error.Symptom, begins: true)}{(isInternal ? $" ({MarkdownText.Escaped(error.Id)})" : string.Empty)}. {(error.Workaround is { } workaround ? $"Workaround: {MarkdownText.Escaped(workaround)}" : "No workaround is known.")}\n";
}
