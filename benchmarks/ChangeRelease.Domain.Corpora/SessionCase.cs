using System.IO.Compression;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Corpora;

/// <summary>One day of an exchange: its open, its close and its break as instants. A day that the file has no session for is one more case if the calendar has.</summary>
/// <remarks>Each line of the file is <c>session,open,close,break_start,break_end</c>; without a break the last two are empty.</remarks>
internal sealed record SessionCase(BusinessCalendar Calendar, LocalDate Day, IReadOnlyList<string> Expected) : ICorpusCase
{
    private const int DayLength = 10;

    public string Id => LocalDatePattern.Iso.Format(Day);

    public bool IsContested => false;

    public string Question => $"when is {Calendar.Id} open on {Day.DayOfWeek}?{(Calendar.Day(Day).Occasions is { Count: > 0 } occasions ? $" {occasions}" : string.Empty)}";

    public static IReadOnlyList<SessionCase> Of(BusinessCalendar calendar, string file)
    {
        var given = Lines(file).Select(line => Read(calendar, line.Split(','))).ToList();
        var days = given.Select(one => one.Day).ToHashSet();
        var extra = calendar.WorkedDays(days.Min(), days.Max().PlusDays(1)).Where(day => !days.Contains(day.Date)).Select(day => new SessionCase(calendar, day.Date, []));
        return [.. given.Concat(extra).OrderBy(one => one.Day)];
    }

    public IReadOnlyList<string> Answer() => [.. Calendar.Day(Day).Sessions.SelectMany(session => new[] { session.Start.ToText(), session.End.ToText() })];

    private static SessionCase Read(BusinessCalendar calendar, string[] line) => new(
        calendar,
        LocalDatePattern.Iso.Parse(line[0][..DayLength]).GetValueOrThrow(),
        [.. new[] { line[1], line[3], line[4], line[2] }.Where(instant => instant.Length > 0)]);

    private static IEnumerable<string> Lines(string file)
    {
        using var bytes = File.OpenRead(file);
        using Stream text = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var reader = new StreamReader(text);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
