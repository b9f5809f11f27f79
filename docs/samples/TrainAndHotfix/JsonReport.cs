using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrainAndHotfix;

/// <summary>The same tale as JSON, its fields always in the same order.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions _readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter to, Tale tale)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _readable))
        {
            json.WriteStartObject();
            Each(json, "chapters", tale.Chapters, Write);
            Each(json, "notes", tale.Notes, Write);
            json.WriteStartObject("history");
            json.WriteString("stream", tale.History.Stream);
            Lines(json, "records", tale.History.Records);
            json.WriteBoolean("isIntact", tale.History.IsIntact);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        to.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, Chapter chapter)
    {
        json.WriteString("title", chapter.Title);
        Each(json, "steps", chapter.Steps, Write);
    }

    private static void Write(Utf8JsonWriter json, Step step)
    {
        json.WriteString("at", Clock.Iso(step.At));
        json.WriteString("who", step.Who);
        json.WriteString("what", step.What);
        json.WriteString("about", step.About);
        json.WriteString("state", step.State);
        Lines(json, "events", step.Events);
        Lines(json, "facts", step.Facts);
        Each(json, "refusals", step.Refusals, Write);
    }

    private static void Write(Utf8JsonWriter json, Reason reason)
    {
        json.WriteString("code", reason.Code);
        json.WriteString("text", reason.Text);
    }

    private static void Write(Utf8JsonWriter json, NotesTold notes)
    {
        json.WriteString("release", notes.Release);
        json.WriteString("external", notes.External);
        json.WriteString("internal", notes.Internal);
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
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

    private static void Lines(Utf8JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
