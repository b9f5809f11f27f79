using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

// What a set is asked. Every search is bounded, and says when it met its bound (S-44).
public sealed partial class RecurrenceSet
{
    /// <summary>Whether there is always one more start, as far as the calendar goes.</summary>
    internal bool IsEndless => _isEndless.Value;

    /// <summary>Whether 28 years show all that it does: no period is left out, and no single time differs.</summary>
    internal bool IsCyclic => Rules.Count > 0 && Rules.All(rule => rule.Parts.Interval == 1) && Content.Singles == 0;

    /// <summary>Whether its rules say all of it.</summary>
    internal bool HasNoSingleTimes => Content.Singles == 0;

    /// <summary>The greatest number of seconds between two starts of one day, where every day with starts has the same; else null.</summary>
    internal int? GapOfADay => _gapOfADay.Value;

    /// <summary>Whether the ends of all rules could be counted to.</summary>
    internal bool HasKnownEnds => Schedule.HasKnownEnds;

    /// <summary>No day has more starts; usually one has as many.</summary>
    internal int MostStartsOfADay => Schedule.MostStartsOfADay;

    /// <summary>The times that are there without a rule.</summary>
    internal IEnumerable<LocalDateTime> SingleTimes =>
        new[] { Start }.Concat(Added).Concat(Overrides.Select(one => one.MovedTo).OfType<LocalDateTime>());

    /// <summary>After so many seconds, 400 years, the Gregorian calendar repeats.</summary>
    private static long Cycle => 146_097L * CivilDays.Seconds;

    private bool StartsInTheLastCycle =>
        Schedule.Next(SetSchedule.Latest - Cycle, SetSchedule.Latest, new SearchEffort(RecurrenceLimits.OrdinarySteps)) is not null;

    private SetSchedule Schedule => _schedule.Value;

    /// <summary>Finds the first start after a time.</summary>
    /// <param name="after">The time; a start at it is not the answer.</param>
    /// <param name="limits">How far to look; <see cref="RecurrenceLimits.Ordinary"/> when null.</param>
    /// <returns>The start, or how far there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public RecurrenceSearch Next(LocalDateTime after, RecurrenceLimits? limits = null)
    {
        var known = (limits ?? RecurrenceLimits.Ordinary).Checked();
        return Forward(Floor(after) + 1, known.Bound is { } bound ? BelowOf(bound) : SetSchedule.Latest, new SearchEffort(known.Steps));
    }

    /// <summary>Finds the last start before a time.</summary>
    /// <param name="before">The time; a start at it is not the answer.</param>
    /// <param name="limits">How far to look; <see cref="RecurrenceLimits.Ordinary"/> when null.</param>
    /// <returns>The start, or how far back there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public RecurrenceSearch Previous(LocalDateTime before, RecurrenceLimits? limits = null)
    {
        var known = (limits ?? RecurrenceLimits.Ordinary).Checked();
        var (from, until) = (known.Bound is { } bound ? Math.Max(BelowOf(bound) + 1, SetSchedule.Earliest) : SetSchedule.Earliest, BelowOf(before));
        var effort = new SearchEffort(known.Steps);
        var found = Schedule.Previous(until, from, effort);
        var end = found is not null ? RecurrenceSearchEnd.Found
            : effort.IsSpent ? RecurrenceSearchEnd.OutOfSteps
            : from <= FirstOfAll ? RecurrenceSearchEnd.NoMore
            : RecurrenceSearchEnd.ReachedBound;
        return Answer(found, end, end == RecurrenceSearchEnd.OutOfSteps ? effort.Reached : from, effort);
    }

    /// <summary>Lists the starts between two times.</summary>
    /// <param name="from">The earliest, itself included.</param>
    /// <param name="until">The end, itself outside (S-40).</param>
    /// <param name="limits">How much to look at; <see cref="RecurrenceLimits.Ordinary"/> when null. Its bound may only shorten the stretch.</param>
    /// <returns>The starts, and whether they are all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public RecurrenceStretch Between(LocalDateTime from, LocalDateTime until, RecurrenceLimits? limits = null)
    {
        var known = (limits ?? RecurrenceLimits.Ordinary).Checked();
        var last = known.Bound is { } bound ? LocalDateTime.Min(bound, until) : until;
        var (effort, starts) = (new SearchEffort(known.Steps), new List<LocalDateTime>());
        var search = Forward(BelowOf(from) + 1, BelowOf(last), effort);
        for (; search.Start is { } start; search = Forward(RecurrenceTimes.Seconds(start) + 1, BelowOf(last), effort))
        {
            if (starts.Count == known.Starts)
            {
                return new RecurrenceStretch(starts.ToValueList(), RecurrenceSearchEnd.OutOfSteps, start, search.Steps);
            }

            starts.Add(start);
        }

        var end = search.End == RecurrenceSearchEnd.OutOfSteps ? search.End
            : last < until && search.End == RecurrenceSearchEnd.ReachedBound ? RecurrenceSearchEnd.ReachedBound
            : RecurrenceSearchEnd.Found;
        return new RecurrenceStretch(starts.ToValueList(), end, end == RecurrenceSearchEnd.Found ? until : search.SearchedUntil, search.Steps);
    }

    /// <summary>Whether a time is a start.</summary>
    /// <param name="time">The time.</param>
    /// <returns>True when it is; false also when the steps of an ordinary search do not suffice to know.</returns>
    public bool Contains(LocalDateTime time) => RecurrenceTimes.IsWhole(time) && RecurrenceTimes.Holds(time)
        && RecurrenceTimes.Seconds(time) is var at
        && Schedule.Next(at, at, new SearchEffort(RecurrenceLimits.OrdinarySteps)) is not null;

    /// <summary>The starts from a time on and not after another, lazily; the times bound the work, not a number of steps.</summary>
    internal IEnumerable<LocalDateTime> StartsBetween(LocalDateTime from, LocalDateTime until)
    {
        var last = Math.Min(Floor(until), SetSchedule.Latest);
        for (var at = Math.Max(BelowOf(from) + 1, SetSchedule.Earliest); at <= last;)
        {
            var effort = new SearchEffort(RecurrenceLimits.OrdinarySteps);
            if (Schedule.Next(at, last, effort) is { } start)
            {
                yield return RecurrenceTimes.At(start);
                at = start + 1;
            }
            else if (effort.IsSpent && effort.Reached > at)
            {
                at = effort.Reached;
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>Nothing starts before this.</summary>
    private long FirstOfAll => SingleTimes.Min(RecurrenceTimes.Seconds);

    private RecurrenceSearch Forward(long from, long until, SearchEffort effort)
    {
        var last = Math.Min(until, SetSchedule.Latest);
        var found = from <= last ? Schedule.Next(Math.Max(from, SetSchedule.Earliest), last, effort) : null;
        var end = found is not null ? RecurrenceSearchEnd.Found
            : effort.IsSpent ? RecurrenceSearchEnd.OutOfSteps
            : Schedule.LastOfAll < Math.Min(SetSchedule.Latest, Math.Max(from, last + 1)) ? RecurrenceSearchEnd.NoMore
            : RecurrenceSearchEnd.ReachedBound;
        return Answer(found, end, end == RecurrenceSearchEnd.OutOfSteps ? effort.Reached : last + 1, effort);
    }

    private RecurrenceSearch Answer(long? found, RecurrenceSearchEnd end, long reached, SearchEffort effort) => new(
        found is { } start ? RecurrenceTimes.At(start) : null, end, RecurrenceTimes.At(found ?? reached), effort.Taken + Schedule.StepsToEnds);

    /// <summary>The last whole second up to a time.</summary>
    private static long Floor(LocalDateTime time) => RecurrenceTimes.Seconds(RecurrenceTimes.Clamp(time));

    /// <summary>The last whole second before a time.</summary>
    private static long BelowOf(LocalDateTime time) => Floor(time) - (RecurrenceTimes.IsWhole(RecurrenceTimes.Clamp(time)) ? 1 : 0);
}
