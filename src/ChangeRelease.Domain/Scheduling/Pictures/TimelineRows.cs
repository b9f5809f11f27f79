using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Writes the groups of a picture, one below the other: their bands, then their rows.</summary>
internal sealed class TimelineRows
{
    private readonly Picture _picture;
    private readonly TimeScale _scale;
    private readonly List<(PictureGroup Group, int Y)> _places = [];
    private readonly Dictionary<PictureBand, int> _numbers;

    public TimelineRows(Picture picture, TimeScale scale, int top)
    {
        (_picture, _scale) = (picture, scale);
        _numbers = picture.Bands.Select((band, at) => (band, at)).ToDictionary(pair => pair.band, pair => pair.at + 1);
        Bottom = top;
        foreach (var group in picture.Groups)
        {
            _places.Add((group, Bottom));
            Bottom += HeightOf(group);
        }

        Bottom = Math.Max(Bottom, top + TimelineLook.Header);
    }

    /// <summary>Where the last group ends.</summary>
    public int Bottom { get; private set; }

    public void WriteBands(SvgWriter svg)
    {
        foreach (var (group, y) in _places)
        {
            var height = HeightOf(group);
            foreach (var open in group.Open is { } all ? _scale.Merged(all, 0).Where(span => span.Until > span.From) : [(_scale.Left, _scale.Right)])
            {
                svg.Box(open, y, height, TimelineLook.Open);
            }

            foreach (var band in group.Bands)
            {
                Band(svg, band, y, height);
            }
        }
    }

    public void WriteRows(SvgWriter svg)
    {
        Arrows(svg);
        foreach (var (group, top) in _places)
        {
            svg.Line($"<path d=\"M{TimelineLook.Margin} {top}H{_scale.Right}\" stroke=\"{TimelineLook.Faint}\" stroke-width=\"8\"/>");
            Head(svg, group, top);
            foreach (var (row, y) in RowsOf(group, top))
            {
                Row(svg, row, y);
            }
        }
    }

    private static IEnumerable<(PictureRow Row, int Y)> RowsOf(PictureGroup group, int top) =>
        group.Rows.Select((row, at) => (row, top + TimelineLook.Header + (at * TimelineLook.Row)));

    private static int HeightOf(PictureGroup group) => TimelineLook.Header + (group.Rows.Count * TimelineLook.Row) + 40;

    private void Band(SvgWriter svg, PictureBand band, int y, int height)
    {
        foreach (var span in _scale.Merged(band.Spans, TimelineLook.LeastBand))
        {
            svg.Box(span, y, height, TimelineLook.Frozen, band.Name);
        }
    }

    private void Head(SvgWriter svg, PictureGroup group, int top)
    {
        svg.Text(TimelineLook.Margin, top + 170, TextWidth.Fit(group.Name, TimelineLook.Font, TimelineLook.Names), TimelineLook.Bold);
        var free = _scale.Left;
        foreach (var (band, span) in group.Bands.Where(_numbers.ContainsKey).SelectMany(band => _scale.Merged(band.Spans, TimelineLook.LeastBand), (band, span) => (band, span)).OrderBy(pair => pair.span.From))
        {
            var number = FormattableString.Invariant($"{_numbers[band]}");
            var width = TextWidth.Of(number, TimelineLook.Font) + 60;
            var x = Math.Min(Math.Max(span.From, ((span.From + span.Until) / 2) - (width / 2)), _scale.Right - width);
            if (x >= free)
            {
                svg.Line($"<rect x=\"{x}\" y=\"{top + 50}\" width=\"{width}\" height=\"150\" rx=\"40\"{TimelineLook.FrozenEdge}/>");
                svg.Text(x + (width / 2), top + 165, number, $"{TimelineLook.InMiddle} fill=\"#ffffff\"");
                free = x + width + 20;
            }
        }
    }

    private void Row(SvgWriter svg, PictureRow row, int y)
    {
        svg.Line($"<g><title>{SvgWriter.Escaped(row.Name)}</title>");
        svg.Text(TimelineLook.Margin + 80, y + 140, TextWidth.Fit(row.Name, TimelineLook.Font, TimelineLook.Names - 80));
        foreach (var bar in row.Bars)
        {
            Bar(svg, bar, y + 40);
            if (row.Item is not null)
            {
                When(svg, bar, y + 140);
            }
        }

        svg.Line($"</g>");
    }

    private void Bar(SvgWriter svg, PictureBar bar, int y)
    {
        var across = _scale.Across(bar.Slot, TimelineLook.LeastBar);
        var (from, until) = (_scale.X(bar.Work.Start), _scale.X(bar.Work.End));
        var hasParts = from - across.From >= TimelineLook.LeastPart || across.Until - until >= TimelineLook.LeastPart;
        var work = hasParts && until - from >= TimelineLook.LeastPart ? (From: from, Until: until) : across;
        Part(svg, (across.From, work.From), y, TimelineLook.Preparation);
        Part(svg, work, y, TimelineLook.Work);
        Part(svg, (work.Until, across.Until), y, TimelineLook.BackOut);
        svg.Box(across, y, TimelineLook.Bar, bar.IsLate ? TimelineLook.Late : TimelineLook.Whole, Said(bar));
    }

    private static void Part(SvgWriter svg, (int From, int Until) across, int y, string style)
    {
        if (across.Until > across.From)
        {
            svg.Box(across, y, TimelineLook.Bar, style);
        }
    }

    private void When(SvgWriter svg, PictureBar bar, int y)
    {
        var (across, said) = (_scale.Across(bar.Slot, TimelineLook.LeastBar), Said(bar));
        const string halo = " stroke=\"#ffffff\" stroke-width=\"30\" paint-order=\"stroke\" stroke-linejoin=\"round\"";
        if (across.Until + 60 + TextWidth.Of(said, TimelineLook.Font) <= _scale.Right)
        {
            svg.Text(across.Until + 60, y, said, halo);
        }
        else
        {
            svg.Text(across.From - 60, y, said, TimelineLook.AtEnd + halo);
        }
    }

    private string Said(PictureBar bar)
    {
        var (start, end) = (_picture.Local(bar.Slot.Start), _picture.Local(bar.Slot.End));
        return $"{LocalText.Show(start)} to {LocalText.ShowAfter(start, end)}{(bar.IsLate ? ", late" : string.Empty)}";
    }

    private void Arrows(SvgWriter svg)
    {
        var places = Places();
        foreach (var (first, second) in _picture.Arrows)
        {
            var (from, to) = (places[first], places[second]);
            var x = to.Across.From - 60 > from.Across.Until ? from.Across.Until : from.Across.From;
            svg.Line($"<path d=\"M{x - 10} {from.Y}V{to.Y}H{to.Across.From}\" fill=\"none\" stroke=\"{TimelineLook.Faint}\" stroke-width=\"8\" marker-end=\"url(#crd-arrow)\"/>");
        }
    }

    // Of an item that stands in several groups, the first place.
    private Dictionary<WorkItemId, ((int From, int Until) Across, int Y)> Places() => _places
        .SelectMany(place => RowsOf(place.Group, place.Y))
        .Where(place => place.Row.Item is not null)
        .DistinctBy(place => place.Row.Item)
        .ToDictionary(place => place.Row.Item!, place => (_scale.Across(place.Row.Bars[0].Slot, TimelineLook.LeastBar), place.Y + 40 + (TimelineLook.Bar / 2)));
}
