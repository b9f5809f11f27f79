using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Scheduling.Pictures;

/// <summary>Reads a gantt chart strictly: each line is one of the few that a picture needs, and names hold nothing that means something.</summary>
internal sealed partial class GanttText
{
    private static readonly LocalDateTimePattern _time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public string Title { get; private init; } = string.Empty;

    public IReadOnlyList<string> Sections { get; private init; } = [];

    public IReadOnlyList<GanttTask> Tasks { get; private init; } = [];

    public static GanttText Read(string text)
    {
        text.Should().EndWith("\n");
        var lines = text[..^1].Split('\n');
        lines[0].Should().Be("gantt");
        lines[1].Should().MatchRegex(TitleLine());
        lines[2..5].Should().Equal("    dateFormat YYYY-MM-DDTHH:mm:ss", lines[3].Contains('H', StringComparison.Ordinal) ? "    axisFormat %m-%d %H:%M" : "    axisFormat %Y-%m-%d", "    todayMarker off");
        lines[5..].Where(line => !SectionLine().IsMatch(line) && !TaskLine().IsMatch(line)).Should().BeEmpty();
        lines.Should().NotContain(line => Command().IsMatch(line));
        var tasks = lines[5..].Select(line => TaskLine().Match(line)).Where(match => match.Success).Select(Task).ToList();
        tasks.Select(task => task.Id).Should().OnlyHaveUniqueItems();
        return new GanttText
        {
            Title = Shown(TitleLine().Match(lines[1]).Groups["label"].Value),
            Sections = [.. lines[5..].Select(line => SectionLine().Match(line)).Where(match => match.Success).Select(match => Shown(match.Groups["label"].Value))],
            Tasks = tasks,
        };
    }

    private static GanttTask Task(Match match) => new(
        Shown(match.Groups["label"].Value),
        match.Groups["tags"].Value,
        match.Groups["id"].Value,
        _time.Parse(match.Groups["start"].Value).GetValueOrThrow(),
        Duration.FromMilliseconds(long.Parse(match.Groups["length"].Value, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value == "s" ? 1_000 : 1)));

    private static string Shown(string label) =>
        Entity().Replace(label, match => new Rune(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToString());

    // Words, and numbered characters: no colon, semicolon, lone hash, percent sign, brace or line break.
    private const string Label = @"(?<label>(?:[\p{L}\p{Nd} _.,/\-]|#[0-9]+;)+)";

    [GeneratedRegex($@"\A    title {Label}\z")]
    private static partial Regex TitleLine();

    [GeneratedRegex($@"\A    section {Label}\z")]
    private static partial Regex SectionLine();

    [GeneratedRegex($@"\A    {Label} :(?<tags>(?:(?:crit|active|milestone), )*)(?<id>t[0-9]+), (?<start>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9:]{{8}}), (?<length>[0-9]+)(?<unit>m?s)\z")]
    private static partial Regex TaskLine();

    // What Mermaid's lexer takes for something else where a task should begin.
    [GeneratedRegex(@"\A    (?:gantt|accTitle|accDescr|click|call|href|inclusiveEndDates|topAxis|tickInterval|includes|excludes|weekday|weekend|section\z|[0-9]{4}-[0-9]{2}-[0-9]{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex("#([0-9]+);")]
    private static partial Regex Entity();
}

/// <summary>A task line of a gantt chart.</summary>
internal sealed record GanttTask(string Name, string Tags, string Id, LocalDateTime Start, Duration Length);
