using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using QuickStart.Input;
using QuickStart.Journeys;

namespace QuickStart.Reports;

/// <summary>Tells the same as the text, as one JSON document; "format" says which shape it has.</summary>
internal sealed class JsonReport
{
    private const int Format = 1;

    private readonly Utf8JsonWriter _json;
    private readonly Times _times;

    private JsonReport(Utf8JsonWriter json, Times times) => (_json, _times) = (json, times);

    public static string Write(Tale tale) => Document(json => new JsonReport(json, new Times(tale.Inputs.Calendar.Zone)).WriteTale(tale));

    public static string Write(IReadOnlyList<InputFault> faults) => Document(json =>
    {
        json.WriteNumber("format", Format);
        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            WriteFault(json, fault);
        }

        json.WriteEndArray();
    });

    private static string Document(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteFault(Utf8JsonWriter json, InputFault fault)
    {
        json.WriteStartObject();
        json.WriteString("file", fault.Place.File);
        json.WriteString("path", fault.Place.Path);
        json.WriteNumber("line", fault.Place.Line);
        json.WriteNumber("column", fault.Place.Column);
        json.WriteString("message", fault.Message);
        json.WriteString("remedy", fault.Remedy);
        json.WriteEndObject();
    }

    private void WriteTale(Tale tale)
    {
        _json.WriteNumber("format", Format);
        _json.WriteBoolean("done", tale.IsDone);
        WriteInput(tale.Inputs);
        WriteList("changes", tale.Changes, WriteChange);
        WriteList("releases", tale.Releases, WriteRelease);
        _json.WriteStartObject("diagram");
        _json.WriteString("model", ChangeModels.Normal.Id);
        _json.WriteString("mermaid", Diagram.Mermaid(ChangeModels.Normal.Lifecycle.Description));
        _json.WriteEndObject();
        WriteList("unfinished", tale.Unfinished, unfinished => WriteUnfinished(unfinished.Story, unfinished.Why));
    }

    private void WriteInput(Inputs inputs)
    {
        var calendar = inputs.Calendar.Calendar;
        _json.WriteStartObject("input");
        _json.WriteString("calendar", calendar.Id.Value);
        _json.WriteNumber("version", calendar.Version);
        _json.WriteString("zone", inputs.Calendar.Zone.Id);
        _json.WriteString("zoneData", calendar.ZoneDataVersion);
        _json.WriteNumber("windows", calendar.Rules.OfType<Window>().Count());
        _json.WriteNumber("freezes", calendar.Rules.OfType<Freeze>().Count());
        WriteInstant("begins", inputs.Start);
        WriteTexts("notes", calendar.Warnings.Select(warning => warning.ToString()));
        _json.WriteEndObject();
    }

    private void WriteChange(ToldChange told)
    {
        WriteStory(told.Story, told.Change?.Status, told.Change?.Slots ?? [], told.History);
        _json.WriteString("aboard", told.Change?.Aboard?.Value);
        WriteTexts("remarks", Remarks.On(told, _times).Select(remark => $"{remark.Label} {remark.Text}"));
    }

    private void WriteRelease(ToldRelease told)
    {
        WriteStory(told.Story, told.Release?.Status, told.Release?.Slots ?? [], told.History);
        WriteTexts("stages", told.Release?.Content.Rollout?.Stages.Select(stage => stage.Name) ?? []);
        WriteTexts("stagesDone", told.Release?.StagesDone ?? []);
        _json.WriteString("notes", told.Notes?.ToMarkdown());
    }

    private void WriteStory(Story story, State? state, ValueList<Slot> slots, IReadOnlyList<EventRecord> history)
    {
        _json.WriteString("id", story.Id);
        _json.WriteString("type", story.Kind);
        _json.WriteString("title", story.Title);
        _json.WriteString("state", state?.Name);
        WriteList("slots", slots, slot =>
        {
            WriteInstant("start", slot.Start);
            WriteInstant("end", slot.End);
        });
        _json.WriteString("searchedFrom", story.Search is null ? null : story.SearchedFrom.ToText());
        WriteList("whyNotEarlier", Condensed.Of(story.Search, _times), WriteObstacle);
        WriteTexts("clockNotes", story.Search?.Notes.Select(note => note.Text) ?? []);
        WriteList("attempts", story.Attempts, WriteAttempt);
        WriteTexts("history", history.Select(record => record.Type));
        _json.WriteString("chain", HashChain.Verify(history).ToString());
    }

    private void WriteObstacle(Condensed obstacle)
    {
        _json.WriteString("kind", obstacle.Kind.ToString());
        _json.WriteNumber("count", obstacle.Count);
        _json.WriteString("total", obstacle.Total.ToText());
        _json.WriteString("first", obstacle.First);
    }

    private void WriteAttempt(Attempt attempt)
    {
        WriteInstant("at", attempt.At);
        _json.WriteString("who", attempt.Who.ToString());
        _json.WriteString("what", attempt.What);
        _json.WriteString("state", attempt.State);
        WriteList("refusals", attempt.Refusals, WriteRefusal);
    }

    private void WriteRefusal(Refusal refusal)
    {
        _json.WriteString("code", refusal.Code);
        _json.WriteString("rule", refusal.Rule);
        _json.WriteString("explanation", refusal.Explanation);
        WriteTexts("facts", refusal.Facts.Select(fact => fact.ToString()));
        WriteTexts("remedies", refusal.Remedies.Select(remedy => remedy.Text));
        _json.WriteString("earliest", refusal.Earliest?.ToText());
        WriteTexts("waitsFor", refusal.WaitsFor);
    }

    private void WriteUnfinished(Story story, string why)
    {
        _json.WriteString("id", story.Id);
        _json.WriteString("why", why);
    }

    private void WriteInstant(string name, NodaTime.Instant instant)
    {
        _json.WriteStartObject(name);
        _json.WriteString("local", _times.Iso(instant));
        _json.WriteString("utc", instant.ToText());
        _json.WriteEndObject();
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    private void WriteList<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
