using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using QuickStart.Journeys;

namespace QuickStart.Reports;

/// <summary>One line for each change and release, and a last one for all of them.</summary>
internal sealed class SummaryTable(Tale tale, Times times)
{
    public void WriteTo(Page page)
    {
        page.Heading("Summary", '-').Blank();
        Row(page, "what", "type", "state", "landed", "in UTC");
        foreach (var told in tale.Changes)
        {
            Row(page, told.Story, told.Change?.Status, told.Change?.Slots);
        }

        foreach (var told in tale.Releases)
        {
            Row(page, told.Story, told.Release?.Status, told.Release?.Slots);
        }

        page.Blank();
        Verdict(page);
    }

    private void Row(Page page, Story story, State? state, ValueList<Slot>? slots)
    {
        var slot = slots is { Count: > 0 } ? slots[0] : null;
        Row(page, story.Id, story.Kind, state?.Name ?? "not opened", slot is null ? "no slot" : times.Full(slot.Start), slot is null ? string.Empty : Times.UtcShort(slot.Start));
    }

    private static void Row(Page page, string what, string type, string state, string landed, string utc) =>
        page.Raw($"  {Page.Cell(what, 9)} {Page.Cell(type, 13)} {Page.Cell(state, 12)} {Page.Cell(landed, 24)} {utc}");

    private void Verdict(Page page)
    {
        if (tale.IsDone)
        {
            page.Labeled("  ", "Everything came to its end.");
        }

        foreach (var unfinished in tale.Unfinished)
        {
            page.Labeled("  ", $"{unfinished.Story.Id} did not come to its end: {unfinished.Why}");
        }
    }
}
