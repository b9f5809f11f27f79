using ChangeRelease.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Corpora;

/// <summary>The windows of one version that overlap in weeks of one train: by the calendar, and by arithmetic on its entries.</summary>
internal sealed record WikimediaCase(WikimediaVersion Version, string Train) : ICorpusCase
{
    private const int MinutesOfADay = 1_440;

    /// <summary>A week without a clock change in San Francisco.</summary>
    private static readonly LocalDate _monday = new(2021, 5, 3);
    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public string Id => $"{Version.Commit} with train {Train}";

    public bool IsContested => false;

    public string Question => "which windows overlap?";

    public IReadOnlyList<string> Expected => [.. Pairs(Arithmetic()).Select(overlap => overlap.ToString())];

    public static Slot Week
    {
        get
        {
            var zone = DateTimeZoneProviders.Tzdb[WikimediaVersion.Zone];
            return new Slot(zone.AtStartOfDay(_monday).ToInstant(), zone.AtStartOfDay(_monday.PlusWeeks(1)).ToInstant());
        }
    }

    public IReadOnlyList<string> Answer() => [.. Overlaps().Select(overlap => overlap.ToString())];

    /// <summary>The overlaps, by the calendar.</summary>
    public IEnumerable<Overlap> Overlaps() => Pairs(Version.Windows(Train, Week).Select(Placed));

    private static Stretch Placed(Occurrence occurrence) => new(
        occurrence.Rule.Id.Value,
        Minute(occurrence.LocalStart),
        Minute(occurrence.LocalEnd));

    private static int Minute(LocalDateTime local) => (Period.DaysBetween(_monday, local.Date) * MinutesOfADay) + (local.Hour * 60) + local.Minute;

    private IEnumerable<Stretch> Arithmetic() =>
        from entry in Version.Entries
        where !entry.IsFreeze && (entry.Train is null || entry.Train == Train)
        from day in entry.Days
        let start = (((int)day - 1) * MinutesOfADay) + (entry.At.Hour * 60) + entry.At.Minute
        select new Stretch(entry.Id, start, start + (int)entry.Length.TotalMinutes);

    private static IEnumerable<Overlap> Pairs(IEnumerable<Stretch> stretches)
    {
        var all = stretches.OrderBy(stretch => stretch.Start).ThenBy(stretch => stretch.Id, StringComparer.Ordinal).ToList();
        return from at in Enumerable.Range(0, all.Count)
               from other in all.Skip(at + 1)
               where all[at].Start < other.End && other.Start < all[at].End
               select new Overlap(Show(Math.Max(all[at].Start, other.Start), Math.Min(all[at].End, other.End)), all[at].Id, other.Id);
    }

    private static string Show(int from, int until) =>
        $"{((IsoDayOfWeek)((from / MinutesOfADay) + 1)).ToString()[..3]} {At(from)}-{At(until)}";

    private static string At(int minute) => _time.Format(LocalTime.Midnight.PlusMinutes(minute));

    /// <summary>Two windows, and when both are open.</summary>
    internal sealed record Overlap(string When, string One, string Other)
    {
        public string Called(IReadOnlyDictionary<string, string> names) => $"{When}: {names[One]} and {names[Other]}";

        public override string ToString() => $"{When}: {One} and {Other}";
    }

    private sealed record Stretch(string Id, int Start, int End);
}
