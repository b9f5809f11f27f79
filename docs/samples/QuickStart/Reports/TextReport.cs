using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using QuickStart.Journeys;

namespace QuickStart.Reports;

/// <summary>Tells the whole story as text for a terminal.</summary>
internal sealed class TextReport(Tale tale)
{
    private const string Indent = "    ";
    private const string Label = " : ";
    private const string NextName = "<br/>";

    private readonly Times _times = new(tale.Inputs.Calendar.Zone);
    private readonly Page _page = new();

    public string Write()
    {
        WriteInput();
        foreach (var change in tale.Changes)
        {
            WriteChange(change);
        }

        foreach (var release in tale.Releases)
        {
            WriteRelease(release);
        }

        foreach (var act in tale.Acts)
        {
            WriteAttempts(act);
        }

        WriteDiagram(ChangeModels.Normal);
        new SummaryTable(tale, _times).WriteTo(_page);
        return _page.ToString();
    }

    private void WriteInput()
    {
        var (calendar, zone) = tale.Inputs.Calendar;
        _page.Heading("QuickStart: changes and releases on a change calendar", '=').Blank()
            .Labeled("  calendar  ", string.Create(CultureInfo.InvariantCulture, $"{calendar.Id}, version {calendar.Version}: {calendar.Rules.OfType<Window>().Count()} windows, {calendar.Rules.OfType<Freeze>().Count()} freezes; where no window is meant, it is {(calendar.Otherwise == CalendarDefault.OpenByDefault ? "open" : "closed")}"))
            .Labeled("  zone      ", $"{zone.Id}, by {calendar.ZoneDataVersion}")
            .Labeled("  changes   ", string.Create(CultureInfo.InvariantCulture, $"{tale.Changes.Count}, and {tale.Releases.Count} to go out as releases"))
            .Labeled("  begins    ", $"{_times.Full(tale.Inputs.Start)}, that is {Times.Utc(tale.Inputs.Start)}")
            .Labeled("  clocks    ", NextClockChange());
        foreach (var warning in calendar.Warnings)
        {
            _page.Labeled("  note      ", $"{warning.Rule}: {warning.Message} {warning.Remedy}.");
        }
    }

    private string NextClockChange()
    {
        var now = tale.Inputs.Calendar.Zone.GetZoneInterval(tale.Inputs.Start);
        return now.HasEnd
            ? $"{Times.Named(now)} until {Times.Utc(now.End)}, then {Times.Named(tale.Inputs.Calendar.Zone.GetZoneInterval(now.End))}"
            : $"{Times.Named(now)}, with no change ahead";
    }

    private void WriteChange(ToldChange told)
    {
        WriteAttempts(told.Story);
        WriteLanding(told.Change?.Slots ?? [], told.Change?.Aboard is { } release ? $"aboard {release}" : null);
        WriteObstacles(told.Story, told.Change?.Aboard is { } carrier ? $"it rides on {carrier}: see there" : null);
        foreach (var (label, text) in Remarks.On(told, _times))
        {
            _page.Labeled($"  {label,-10}", text);
        }

        WriteEnd(told.Story, told.Change?.Status, told.History);
    }

    private void WriteRelease(ToldRelease told)
    {
        WriteAttempts(told.Story);
        WriteLanding(told.Release?.Slots ?? [], null);
        WriteObstacles(told.Story, null);
        _page.Labeled("  stages    ", Stages(told));
        WriteEnd(told.Story, told.Release?.Status, told.History);
        if (told.Notes is { } notes)
        {
            _page.Heading($"Notes of {told.Story.Id}", '-').Blank();
            foreach (var line in notes.ToMarkdown().TrimEnd('\n').Split('\n'))
            {
                _page.Labeled(line.StartsWith("- ", StringComparison.Ordinal) ? "- " : string.Empty, line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line);
            }
        }
    }

    private static string Stages(ToldRelease told) => told.Release is not { Content.Rollout.Stages: { Count: > 0 } stages }
        ? "none"
        : string.Join(", ", stages.Select(stage => told.Release.StagesDone.Contains(stage.Name) ? $"{stage.Name} (done)" : $"{stage.Name} (not reached)"));

    private void WriteAttempts(Story story)
    {
        _page.Heading($"{story.Id} ({story.Kind}): {story.Title}", '-').Blank();
        foreach (var attempt in story.Attempts)
        {
            _page.Labeled($"  {_times.Short(attempt.At)}  ", attempt.IsRefused ? $"REFUSED: {attempt.Who} {attempt.What}" : $"{attempt.Who} {attempt.What} -> {attempt.State}");
            foreach (var refusal in attempt.Refusals)
            {
                WriteRefusal(refusal);
            }
        }

        _page.Blank();
    }

    private void WriteRefusal(Refusal refusal)
    {
        _page.Labeled("      ! ", refusal.Code).Labeled("        ", refusal.Explanation);
        foreach (var remedy in refusal.Remedies)
        {
            _page.Labeled("        > ", remedy.Kind == RemedyKind.Wait ? $"{remedy.Text} ({_times.Full(remedy.Until!.Value)})" : remedy.Text);
        }
    }

    private void WriteLanding(ValueList<Slot> slots, string? note)
    {
        foreach (var slot in slots)
        {
            _page.Labeled("  landed    ", _times.Local(slot)).Labeled("            ", Times.Utc(slot));
        }

        if (slots.Count > 0 && note is not null)
        {
            _page.Labeled("            ", note);
        }
    }

    private void WriteObstacles(Story story, string? instead)
    {
        if (story.Search is not null || instead is not null)
        {
            _page.Labeled("  earlier?  ", story.Search is null ? instead! : $"looked for from {_times.Full(story.SearchedFrom)} on:");
        }

        foreach (var obstacles in Condensed.Of(story.Search, _times))
        {
            _page.Labeled("            - ", obstacles.ToString());
        }

        foreach (var note in story.Search?.Notes ?? [])
        {
            _page.Labeled("  clocks    ", note.Text);
        }
    }

    private void WriteEnd(Story story, State? state, IReadOnlyList<EventRecord> history)
    {
        var chain = HashChain.Verify(history);
        _page.Labeled("  ends      ", state?.Name ?? "not opened")
            .Labeled("  history   ", string.Join(", ", history.Select(record => record.Type)))
            .Labeled("            ", $"hash chain: {chain}");
        if (story.Stuck is { } stuck)
        {
            _page.Labeled("  STUCK     ", $"{stuck.Who} {stuck.What}: {stuck.Reasons}");
        }
    }

    // Every line but the first is set in; without that the longest keeps to the page.
    private void WriteDiagram(ChangeModel model)
    {
        _page.Heading($"The lifecycle of a {model.Id} change, as a Mermaid diagram", '-').Blank();
        foreach (var line in Diagram.Mermaid(model.Lifecycle.Description).TrimEnd('\n').Split('\n'))
        {
            foreach (var arrow in Arrows(line.StartsWith(Indent, StringComparison.Ordinal) ? line[Indent.Length..] : line))
            {
                _page.Raw(arrow);
            }
        }
    }

    // An arrow with more names than the page is wide is drawn as several between the same two states.
    private static IEnumerable<string> Arrows(string line)
    {
        var (label, arrow) = (line.IndexOf(Label, StringComparison.Ordinal), string.Empty);
        if (line.Length <= Page.Width || label < 0)
        {
            yield return line;
            yield break;
        }

        var head = line[..(label + Label.Length)];
        foreach (var name in line[head.Length..].Split(NextName))
        {
            if (arrow.Length > 0 && head.Length + arrow.Length + NextName.Length + name.Length > Page.Width)
            {
                yield return head + arrow;
                arrow = string.Empty;
            }

            arrow = arrow.Length == 0 ? name : $"{arrow}{NextName}{name}";
        }

        yield return head + arrow;
    }
}
