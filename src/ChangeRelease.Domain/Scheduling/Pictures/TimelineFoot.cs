using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Writes what stands below a timeline: what the colors mean, what is frozen and closed, and what is left out.</summary>
internal sealed class TimelineFoot
{
    private const int Across = TimelineLook.Width - (2 * TimelineLook.Margin) - 300;

    private readonly Picture _picture;

    public TimelineFoot(Picture picture, int top)
    {
        (_picture, Bottom) = (picture, top + 260);
        Legend();
        List("Frozen and closed", picture.Bands.Select((band, at) => (FormattableString.Invariant($"{at + 1}"), $"{band.Name}: {Spans(band)}")));
        List("Left out", picture.LeftOut.Select(left => (string.Empty, $"{left.Name}: {left.Sentence}")));
        Bottom += TimelineLook.Margin;
    }

    public SvgWriter Text { get; } = new();

    /// <summary>Where it ends.</summary>
    public int Bottom { get; private set; }

    private void Legend()
    {
        var x = TimelineLook.Margin;
        foreach (var (style, said) in Entries())
        {
            Text.Box((x, x + 240), Bottom - 110, TimelineLook.Bar, style);
            Text.Text(x + 300, Bottom, said);
            x += 300 + TextWidth.Of(said, TimelineLook.Font) + 240;
        }
    }

    private IEnumerable<(string Style, string Said)> Entries()
    {
        const string edge = " stroke=\"#57606a\" stroke-width=\"8\"";
        var isPlan = _picture.Groups.SelectMany(group => group.Rows).Any(row => row.Item is not null);
        yield return (TimelineLook.Open + edge, _picture.Groups.Count > 1 ? "open for at least one of the group" : "open");
        if (_picture.Bands.Count > 0)
        {
            yield return (TimelineLook.Frozen + edge, "frozen or closed");
        }

        if (!isPlan)
        {
            yield return (TimelineLook.Work, "window");
            yield break;
        }

        yield return (TimelineLook.Preparation + edge, "preparation");
        yield return (TimelineLook.Work, "work, or all of it where it is short");
        yield return (TimelineLook.BackOut + edge, "room to back out");
    }

    private string Spans(PictureBand band)
    {
        var shown = string.Join("; ", band.Spans.Take(PictureLimits.Spans).Select(Span));
        return band.Spans.Count > PictureLimits.Spans ? FormattableString.Invariant($"{shown}; and {band.Spans.Count - PictureLimits.Spans} more times") : shown;
    }

    private string Span(Slot span) => $"{LocalText.Show(_picture.Local(span.Start))} to {LocalText.Show(_picture.Local(span.End))}";

    private void List(string title, IEnumerable<(string Mark, string Said)> entries)
    {
        var isBegun = false;
        foreach (var (mark, said) in entries)
        {
            if (!isBegun)
            {
                Bottom += 320;
                Text.Text(TimelineLook.Margin, Bottom, title, TimelineLook.Bold);
                Bottom += 60;
                isBegun = true;
            }

            Entry(mark, said);
        }
    }

    private void Entry(string mark, string said)
    {
        Bottom += TimelineLook.Line;
        if (mark.Length > 0)
        {
            Text.Text(TimelineLook.Margin + 220, Bottom, mark, TimelineLook.AtEnd);
        }

        foreach (var line in TextWidth.Lines(said, TimelineLook.Font, Across))
        {
            Text.Text(TimelineLook.Margin + 300, Bottom, line);
            Bottom += TimelineLook.Line;
        }

        Bottom -= TimelineLook.Line;
    }
}
