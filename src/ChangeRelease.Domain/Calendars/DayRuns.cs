using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Makes one occurrence of the starts of a day that come while the last one lasts, so that a rule may start every minute.</summary>
/// <remarks>
/// Days, not longer runs: what an occurrence is, and how many places it has, must not depend on the range that was asked about. Very many that only touch are one, too.
/// </remarks>
internal sealed class DayRuns(PlacedRule placed)
{
    /// <summary>More starts a day are one occurrence even if they only touch.</summary>
    public const int MostTouching = 23;

    /// <summary>More starts a day are too many where they do not even touch.</summary>
    public const int MostApart = 96;

    /// <summary>Whether every start of a day comes while the one before lasts, whatever the day.</summary>
    private bool AreWholeDays => placed.Rule is { Recurrence: Recurrence.SetRecurrence { Set: { GapOfADay: { } gap } set }, Length.Elapsed: { } length }
        && (Duration.FromSeconds(gap) < length || (set.MostStartsOfADay > MostTouching && Duration.FromSeconds(gap) == length));

    public IEnumerable<Placement> Between(LocalDateTime from, LocalDateTime until) =>
        AreWholeDays ? WholeDays(from, until) : Days(placed.Rule.StartsBetween(from, until), []).SelectMany(Merged);

    /// <summary>Looks for the first and the last start of each day only.</summary>
    private IEnumerable<Placement> WholeDays(LocalDateTime from, LocalDateTime until)
    {
        while (placed.Rule.StartsBetween(from, until).Select(start => (LocalDateTime?)start).FirstOrDefault() is { } first)
        {
            var end = first.Date + LocalTime.MaxValue;
            var last = ((Recurrence.SetRecurrence)placed.Rule.Recurrence).Set.Previous(first.Date.PlusDays(1).AtMidnight()).Start;
            var whole = last > first && last <= until ? OneRun(first, last.Value) : null;
            foreach (var placement in whole is null ? Merged([.. placed.Rule.StartsBetween(first, LocalDateTime.Min(end, until))]) : [whole])
            {
                yield return placement;
            }

            from = first.Date.PlusDays(1).AtMidnight();
        }
    }

    private static IEnumerable<List<LocalDateTime>> Days(IEnumerable<LocalDateTime> starts, List<LocalDateTime> day)
    {
        foreach (var start in starts)
        {
            if (day.Count > 0 && day[^1].Date != start.Date)
            {
                yield return day;
                day.Clear();
            }

            day.Add(start);
        }

        if (day.Count > 0)
        {
            yield return day;
        }
    }

    private List<Placement> Merged(List<LocalDateTime> day)
    {
        if (OneRun(day) is { } whole)
        {
            return [whole];
        }

        var runs = new List<Placement>();
        foreach (var placement in day.Select(placed.At))
        {
            if (runs.Count > 0 && runs[^1].Occurrence is { } before && placement.Occurrence is { } next && Meet(before.Span, next.Span, day.Count))
            {
                runs[^1] = runs[^1].MergedWith(placement);
            }
            else
            {
                runs.Add(placement);
            }
        }

        return runs;
    }

    private static bool Meet(Slot before, Slot next, int starts) => next.Start < before.End || (starts > MostTouching && next.Start == before.End);

    /// <summary>The whole day, where its first and last start say it all: each starts while the one before lasts, and no clock changes.</summary>
    private Placement? OneRun(List<LocalDateTime> day) =>
        day.Count > 2 && day.Zip(day.Skip(1)).All(pair => pair.Second < placed.Rule.Length.NominalEnd(pair.First)) ? OneRun(day[0], day[^1]) : null;

    private Placement? OneRun(LocalDateTime first, LocalDateTime last)
    {
        var (one, other) = (placed.At(first), placed.At(last));
        return one.Notes.Count + other.Notes.Count == 0 && placed.Zone.GetZoneInterval(one.Occurrence!.Span.Start).Contains(other.Occurrence!.Span.End)
            ? one.MergedWith(other)
            : null;
    }
}
