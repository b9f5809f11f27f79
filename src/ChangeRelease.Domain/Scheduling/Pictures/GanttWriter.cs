using System.Text;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Writes pictures in the words of Mermaid's gantt charts.</summary>
internal sealed class GanttWriter
{
    private const long MicrosecondsInSecond = 1_000_000;
    private const int ShareToSee = 400;

    private static readonly LocalDateTimePattern _time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    // Mermaid takes these for commands where a line begins with them, and four digits for a date.
    private static readonly string[] _commands =
    [
        "gantt", "title", "section", "acc", "date", "axis", "tick", "include", "exclude", "inclusive", "today", "top", "week", "click", "call", "href",
    ];

    private readonly StringBuilder _text = new();
    private readonly Picture _picture;
    private int _tasks;

    private GanttWriter(Picture picture) => _picture = picture;

    public static string Write(Picture picture) => new GanttWriter(picture).Written();

    private string Written()
    {
        Line($"gantt");
        Line($"    title {Escaped(Title())}");
        Line($"    dateFormat YYYY-MM-DDTHH:mm:ss");
        Line($"    axisFormat {(_picture.Range.Length <= Duration.FromDays(14) ? "%m-%d %H:%M" : "%Y-%m-%d")}");
        Line($"    todayMarker off");
        Now();
        foreach (var group in _picture.Groups)
        {
            Section(NameOf(group), group.Rows.SelectMany(row => row.Bars, (row, bar) => (row.Name, bar.IsLate ? "active, " : string.Empty, bar.Slot)));
        }

        Section("Frozen and closed", _picture.Bands.SelectMany(band => band.Spans, (band, span) => (band.Name, "crit, ", span)).Take(PictureLimits.Bands));
        LeftOut();
        return _text.ToString();
    }

    private static string NameOf(PictureGroup group) => group.Name.Length > 0 ? group.Name : group.Rows.Any(row => row.Item is not null) ? "Planned" : "Windows";

    private string Title() =>
        $"{_picture.Title}, {_picture.Times}, {_picture.Summary}{(_picture.Remarks.Count > 0 ? $". {string.Join(' ', _picture.Remarks)}" : string.Empty)}";

    private void Now()
    {
        if (_picture.Now is { } now)
        {
            Line($"    section Now");
            Milestone("now", now);
        }
    }

    private void Section(string name, IEnumerable<(string Name, string Tag, Slot Span)> tasks)
    {
        var isBegun = false;
        foreach (var (task, tag, span) in tasks)
        {
            if (!isBegun)
            {
                Line($"    section {Escaped(name)}");
                isBegun = true;
            }

            Line($"    {Escaped(task)} :{tag}{(IsTooShort(span) ? "milestone, " : string.Empty)}t{_tasks++}, {Shown(span.Start)}, {Length(span)}");
        }
    }

    // A bar would be thinner than a line; a milestone stands in its middle and is seen.
    private bool IsTooShort(Slot span) => Microseconds.Of(span.Length) < Microseconds.Of(_picture.Range.Length) / ShareToSee;

    private void LeftOut()
    {
        if (_picture.LeftOut.Count > 0)
        {
            Line($"    section Left out");
        }

        foreach (var left in _picture.LeftOut)
        {
            Milestone(left.Name, _picture.Range.End);
        }
    }

    private void Milestone(string name, Instant at) => Line($"    {Escaped(name)} :milestone, t{_tasks++}, {Shown(at)}, 0s");

    private string Shown(Instant instant) => _time.Format(_picture.Local(instant));

    // A length that passes, since the wall clock may read the same at both ends.
    private static string Length(Slot span) => Microseconds.Of(span.Length) is var length && length % MicrosecondsInSecond == 0
        ? FormattableString.Invariant($"{length / MicrosecondsInSecond}s")
        : FormattableString.Invariant($"{(length + 999) / 1_000}ms");

    private static string Escaped(string name)
    {
        var isCommand = char.IsAsciiDigit(name.FirstOrDefault()) || _commands.Any(command => name.StartsWith(command, StringComparison.OrdinalIgnoreCase));
        return name.Length == 0 ? "#160;" : DiagramText.Spelled(name, (rune, before) => IsPlain(rune, isFirst: before.Length == 0, isCommand) ? null : $"#{DiagramText.Number(rune)};");
    }

    // A line ends at a line feed, a name at a colon; a number sign, a semicolon and a percent sign begin something else.
    private static bool IsPlain(Rune rune, bool isFirst, bool isCommand) => isFirst
        ? Rune.IsLetterOrDigit(rune) && !isCommand
        : Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or ',' or '/' or ' ';

    private void Line(FormattableString line) => _text.Append(FormattableString.Invariant(line)).Append('\n');
}
