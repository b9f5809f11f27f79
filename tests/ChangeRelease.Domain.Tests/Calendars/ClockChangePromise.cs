using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Tests.Calendars.Oracle;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Every zone, 36 hours either side of every clock change from 2000 to 2040, minute by minute (S-43).</summary>
internal sealed class ClockChangePromise : IPromise
{
    private const int MinutesEitherSide = 36 * 60;
    private const int MostTries = 20;

    private static readonly Interval _years = new(Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2041, 1, 1, 0, 0));
    private static readonly string[] _zones = [.. Given.Zones.Ids.Order(StringComparer.Ordinal)];

    public string Claim => "Around every clock change of every zone a calendar is open at exactly the minutes at which a look at the wall clock says so, and occurrences strictly increase.";

    public int Wholes => _zones.Length;

    public void Walk(int part, Findings findings)
    {
        findings.Count("zones");
        var number = 0;
        foreach (var change in ChangesOf(Given.Zones[_zones[part]]))
        {
            Check((part * 1_000) + number++, _zones[part], change, findings);
        }
    }

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var number = 0; number < batch.Size; number++)
        {
            var zone = _zones[dice.Next(_zones.Length)];
            var changes = ChangesOf(Given.Zones[zone]).ToList();
            Check(dice.Next(), zone, changes[dice.Next(changes.Count)], findings);
        }
    }

    /// <summary>Where a zone never changes its clocks, any instant will do.</summary>
    private static IEnumerable<Instant> ChangesOf(DateTimeZone zone) => zone.GetZoneIntervals(_years)
        .Where(interval => interval.HasStart && _years.Contains(interval.Start))
        .Select(interval => interval.Start)
        .DefaultIfEmpty(Instant.FromUtc(2026, 6, 1, 0, 0));

    private static void Check(int seed, string zone, Instant change, Findings findings)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var calendar = new CalendarCase((seed * MostTries) + attempt, zone, change);
            CalendarRule[] rules = [.. calendar.Rules.Select(rule => rule.ToRule())];
            if (ChangeCalendar.Verify(rules, Given.Zones).Count == 0)
            {
                findings.Count("clock changes");
                Check(calendar, Given.Calendar(calendar.Otherwise, rules), $"{zone} at {change}", findings);
                return;
            }
        }

        findings.Differ($"{zone} at {change}: no rules without a fault were found");
    }

    private static void Check(CalendarCase calendar, ChangeCalendar subject, string where, Findings findings)
    {
        var oracle = new MinuteOracle(calendar);
        var (first, last) = ((WallTable.Minutes / 2) - MinutesEitherSide, (WallTable.Minutes / 2) + MinutesEitherSide);
        var range = new Slot(calendar.Table.At(first), calendar.Table.At(last));
        findings.Count("disturbed", oracle.MetClockChange ? 1 : 0);
        findings.Count("left without time", oracle.MetEmptied ? 1 : 0);
        CheckMinutes(calendar, subject.Compile(calendar.Question, range), oracle, (first, last), where, findings);
        CheckOccurrences(calendar, subject.Judge(range, calendar.Question), oracle, (first, last), where, findings);
    }

    private static void CheckMinutes(CalendarCase calendar, CompiledCalendar compiled, MinuteOracle oracle, (int First, int Last) range, string where, Findings findings)
    {
        var lanes = calendar.Question.Targets.Select(target => (Covered: oracle.Covered(target), Frozen: oracle.Frozen(target))).ToList();
        for (var minute = range.First; minute < range.Last; minute++)
        {
            var expected = lanes.TrueForAll(lane => lane.Covered[minute] && !lane.Frozen[minute]);
            findings.Check();
            findings.Count("open", expected ? 1 : 0);
            if (compiled.IsOpen(calendar.Table.At(minute)) != expected)
            {
                findings.Differ($"{where}: {calendar.Table.At(minute)} is {(expected ? "not open" : "open")}, with {string.Join("; ", calendar.Rules)}");
                return;
            }
        }
    }

    /// <summary>The explained answer lists the very occurrences, rule by rule in strictly increasing order.</summary>
    private static void CheckOccurrences(CalendarCase calendar, SlotJudgement judged, MinuteOracle oracle, (int First, int Last) range, string where, Findings findings)
    {
        var told = judged.Windows.Concat(judged.Freezes).Select(found => (found.Rule.Id.Value, found.Span.Start, found.Span.End)).ToList();
        var expected = calendar.Question.Targets.SelectMany(target => oracle.Windows(target).Concat(oracle.Freezes(target)))
            .Where(found => found.Overlaps(range.First, range.Last))
            .Distinct()
            .Select(found => (found.Rule.Id, calendar.Table.At(found.Start), calendar.Table.At(found.End)));
        findings.Count("occurrences", told.Count);
        if (!told.Order().SequenceEqual(expected.Order()))
        {
            findings.Differ($"{where}: other occurrences than the wall clock has, with {string.Join("; ", calendar.Rules)}");
        }

        if (told.GroupBy(found => found.Value).Any(rule => rule.Zip(rule.Skip(1)).Any(pair => pair.First.Start >= pair.Second.Start)))
        {
            findings.Differ($"{where}: occurrences do not increase, with {string.Join("; ", calendar.Rules)}");
        }
    }
}
