using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Writes pictures as SVG: title and axis above, groups of rows, a legend and lists below.</summary>
internal sealed class TimelineWriter
{
    private const int Top = 1_330;

    private readonly Picture _picture;
    private readonly TimeScale _scale;
    private readonly TimeAxis _axis;
    private readonly TimelineRows _rows;
    private readonly int _bottom;

    private TimelineWriter(Picture picture)
    {
        (_picture, _scale, _axis) = (picture, new TimeScale(picture.Range, TimelineLook.Left, TimelineLook.Chart), new TimeAxis(picture, TimelineLook.Chart));
        _rows = new TimelineRows(picture, _scale, Top);
        _bottom = _rows.Bottom;
    }

    public static string Write(Picture picture) => new TimelineWriter(picture).Written();

    private string Written()
    {
        var foot = new TimelineFoot(_picture, _bottom);
        var svg = new SvgWriter();
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{TimelineLook.Width / 10}\" height=\"{foot.Bottom / 10}\" viewBox=\"0 0 {TimelineLook.Width} {foot.Bottom}\" role=\"img\" aria-labelledby=\"crd-title crd-desc\" font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" font-size=\"{TimelineLook.Font}\" fill=\"{TimelineLook.Ink}\">");
        svg.Line($"<title id=\"crd-title\">{SvgWriter.Escaped(_picture.Title)}</title>");
        svg.Line($"<desc id=\"crd-desc\">{SvgWriter.Escaped(Described())}</desc>");
        svg.Line($"{TimelineLook.Definitions}");
        svg.Line($"<rect width=\"{TimelineLook.Width}\" height=\"{foot.Bottom}\" fill=\"#ffffff\"/>");
        Head(svg);
        _rows.WriteBands(svg);
        Lines(svg);
        Moments(svg);
        _rows.WriteRows(svg);
        svg.Add(foot.Text);
        svg.Line($"</svg>");
        return svg.ToString();
    }

    private string Described() => string.Join(' ', ((IEnumerable<string>)[$"{_picture.Summary}.", $"{_picture.Times}.", .. _picture.Remarks]).Concat(_picture.LeftOut.Count > 0 ? [$"Left out: {string.Join(", ", _picture.LeftOut.Select(left => left.Name))}."] : []));

    private void Head(SvgWriter svg)
    {
        var width = TimelineLook.Width - (2 * TimelineLook.Margin);
        svg.Text(TimelineLook.Margin, 300, TextWidth.Fit(_picture.Title, 190, width), " font-size=\"190\" font-weight=\"bold\"");
        svg.Text(TimelineLook.Margin, 500, TextWidth.Fit($"{_picture.Times}. {_picture.Summary}. {string.Join(' ', _picture.Remarks)}".TrimEnd(), 120, width), $" font-size=\"120\" fill=\"{TimelineLook.Faint}\"");
        Labels(svg);
    }

    private void Labels(SvgWriter svg)
    {
        foreach (var (at, local) in _axis.TicksOf(_axis.Labels).Where(tick => tick.At >= _picture.Range.Start && _scale.X(tick.At) <= _scale.Right - 280))
        {
            svg.Text(_scale.X(at), 1_000, _axis.Labels.Label.Format(local), TimelineLook.InMiddle);
        }

        var (said, free) = (string.Empty, 0);
        foreach (var (at, local) in _axis.TicksOf(_axis.Labels))
        {
            var shown = at < _picture.Range.Start ? _picture.Local(_picture.Range.Start) : local;
            if (_axis.Labels.Above?.Format(shown) is { } above && above != said && _scale.X(at) >= free && _scale.X(at) <= _scale.Right - 900)
            {
                svg.Text(_scale.X(at), 800, above, TimelineLook.Bold);
                (said, free) = (above, _scale.X(at) + TextWidth.Of(above, TimelineLook.Font) + 100);
            }
        }
    }

    private void Lines(SvgWriter svg)
    {
        Lines(svg, _axis.Lines, "#e3e7eb", 6);
        Lines(svg, _axis.Labels, "#8c959f", 8);
        svg.Line($"<path d=\"M{_scale.Left} {Top}H{_scale.Right}V{_bottom}H{_scale.Left}z\" fill=\"none\" stroke=\"{TimelineLook.Faint}\" stroke-width=\"8\"/>");
    }

    private void Lines(SvgWriter svg, TickStep step, string color, int width)
    {
        var path = string.Concat(_axis.TicksOf(step).Where(tick => tick.At > _picture.Range.Start).Select(tick => FormattableString.Invariant($"M{_scale.X(tick.At)} {Top}V{_bottom}")));
        svg.Line($"<path d=\"{path}\" stroke=\"{color}\" stroke-width=\"{width}\" fill=\"none\"/>");
    }

    // Clock changes, and now: lines from top to bottom, each with a label where there is room for it.
    private void Moments(SvgWriter svg)
    {
        var taken = new List<(int From, int Until)>();
        if (_picture.Now is { } now)
        {
            Moment(svg, taken, now, $"now, {LocalText.Show(_picture.Local(now))}", "#b00020", string.Empty);
        }

        foreach (var (at, said) in _axis.ClockChanges())
        {
            Moment(svg, taken, at, said, "#6a1b9a", " stroke-dasharray=\"50 40\"");
        }
    }

    private void Moment(SvgWriter svg, List<(int From, int Until)> taken, Instant at, string said, string color, string dashes)
    {
        var (x, width) = (_scale.X(at), TextWidth.Of(said, TimelineLook.Font));
        svg.Line($"<path d=\"M{x} {Top - 90}V{_bottom}\" stroke=\"{color}\" stroke-width=\"14\" fill=\"none\"{dashes}><title>{SvgWriter.Escaped($"{said}, {LocalText.Show(_picture.Local(at))}")}</title></path>");
        var from = Math.Clamp(x - (width / 2), _scale.Left, _scale.Right - width);
        if (!taken.Any(one => from < one.Until + 100 && one.From - 100 < from + width))
        {
            taken.Add((from, from + width));
            svg.Text(from, Top - 130, said, $" fill=\"{color}\"");
        }
    }
}
