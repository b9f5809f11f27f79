using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Makes one occurrence of the starts of a day that come while the last one lasts, so that a rule may start every minute.</summary>
/// <remarks>
/// Days, not longer runs: what an occurrence is, and how many places it has, must not depend on the range that was asked about. Very many that only touch are one, too.
/// </remarks>
internal sealed class DayRuns(PlacedRule placed)
{
    /// <summary>So many starts a day are one occurrence even if they only touch; where they are apart, they are too many.</summary>
    public const int MostApart = 96;

    public IEnumerable<Placement> Of(IEnumerable<LocalDateTime> starts)
    {
        var day = new List<LocalDateTime>();
        var last = default(Slot);
        foreach (var placement in Days(starts, day).SelectMany(Merged))
        {
            if (placement.Occurrence?.Span is not { } span || span != last)
            {
                last = placement.Occurrence?.Span ?? last;
                yield return placement;
            }
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

    private static bool Meet(Slot before, Slot next, int starts) => next.Start < before.End || (starts > MostApart && next.Start == before.End);

    /// <summary>The whole day, where its first and last start say it all: each starts while the one before lasts, and no clock changes.</summary>
    private Placement? OneRun(List<LocalDateTime> day)
    {
        if (day.Count < 3 || !day.Zip(day.Skip(1)).All(pair => pair.Second < placed.Rule.Length.NominalEnd(pair.First)))
        {
            return null;
        }

        var (first, last) = (placed.At(day[0]), placed.At(day[^1]));
        return first.Notes.Count + last.Notes.Count == 0 && placed.Zone.GetZoneInterval(first.Occurrence!.Span.Start).Contains(last.Occurrence!.Span.End)
            ? first.MergedWith(last)
            : null;
    }
}
