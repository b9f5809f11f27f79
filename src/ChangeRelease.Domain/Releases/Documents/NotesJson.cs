using System.Buffers;
using System.Text.Json;

namespace ChangeRelease.Domain.Releases;

/// <summary>Writes release notes as JSON: fixed order, what is not told is not there.</summary>
internal static class NotesJson
{
    public static byte[] Write(ReleaseNotes notes, NotesAudience audience)
    {
        var bytes = new ArrayBufferWriter<byte>(1_024);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("title", notes.Title);
        json.WriteString("version", notes.Version?.ToString());
        if (audience == NotesAudience.Internal)
        {
            json.WriteString("release", notes.Id.Value);
            json.WriteString("type", notes.Type.Value);
            json.WriteString("state", notes.State);
            Write(json, "changes", notes.Changes, Change);
        }

        Write(json, "notes", NotesSections.ByCategory(NotesSections.Told(notes, audience)).SelectMany(section => section.Notes), (writer, note) => Note(writer, note, audience));
        Write(json, "knownErrors", NotesSections.Errors(notes, audience), (writer, error) => Error(writer, error, audience));
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static void Change(Utf8JsonWriter json, CarriedChange change)
    {
        json.WriteString("id", change.Id.Value);
        json.WriteString("title", change.Title);
        json.WriteString("type", change.Type);
        Texts(json, "services", change.Services.Select(service => service.Value));
        json.WriteString("status", change.Status);
    }

    private static void Note(Utf8JsonWriter json, ReleaseNote note, NotesAudience audience)
    {
        json.WriteString("category", note.Category.ToString());
        json.WriteString("scope", note.Scope);
        json.WriteString("text", note.Text);
        Texts(json, "breaking", note.Breaking);
        if (audience == NotesAudience.Internal)
        {
            json.WriteString("source", note.Source);
            json.WriteBoolean("isInternal", note.IsInternal);
        }
    }

    private static void Error(Utf8JsonWriter json, KnownError error, NotesAudience audience)
    {
        json.WriteString("symptom", error.Symptom);
        json.WriteString("workaround", error.Workaround);
        if (audience == NotesAudience.Internal)
        {
            json.WriteString("id", error.Id);
            json.WriteBoolean("isInternal", error.IsInternal);
        }
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
