using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a search for one start came to.</summary>
public sealed record RecurrenceSearch
{
    internal RecurrenceSearch(LocalDateTime? start, RecurrenceSearchEnd end, LocalDateTime searchedUntil, int steps) =>
        (Start, End, SearchedUntil, Steps) = (start, end, searchedUntil, steps);

    /// <summary>The nominal start; null when none was found.</summary>
    public LocalDateTime? Start { get; }

    /// <summary>Why the search came to its end.</summary>
    public RecurrenceSearchEnd End { get; }

    /// <summary>How far it looked: between where it began and here, itself outside, there is no other start.</summary>
    public LocalDateTime SearchedUntil { get; }

    /// <summary>How many steps it took: always the same for the same question.</summary>
    public int Steps { get; }

    /// <summary>The start, or why there is none.</summary>
    /// <returns>For example <c>2026-11-10T22:00:00</c> or <c>none, searched until 9999-12-31T23:59:59 (ReachedBound)</c>.</returns>
    public override string ToString() => Start is { } start ? Show(start) : $"none, searched until {Show(SearchedUntil)} ({End})";

    private static string Show(LocalDateTime time) => LocalDateTimePattern.ExtendedIso.Format(time);
}
