using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The starts between two times.</summary>
public sealed record RecurrenceStretch
{
    internal RecurrenceStretch(ValueList<LocalDateTime> starts, RecurrenceSearchEnd end, LocalDateTime searchedUntil, int steps) =>
        (Starts, End, SearchedUntil, Steps) = (starts, end, searchedUntil, steps);

    /// <summary>The nominal starts, strictly increasing.</summary>
    public ValueList<LocalDateTime> Starts { get; }

    /// <summary>Why the search came to its end; <see cref="RecurrenceSearchEnd.Found"/> when it listed all.</summary>
    public RecurrenceSearchEnd End { get; }

    /// <summary>How far it looked: all starts before this time are listed.</summary>
    public LocalDateTime SearchedUntil { get; }

    /// <summary>How many steps it took.</summary>
    public int Steps { get; }

    /// <summary>Whether all starts are listed that there are between the two times.</summary>
    public bool IsComplete => End == RecurrenceSearchEnd.Found;

    /// <summary>How many starts there are, and whether that is all.</summary>
    /// <returns>For example <c>12 starts</c>.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Starts.Count} starts") + (IsComplete ? string.Empty : $", searched until {RecurrenceTimes.Write(SearchedUntil)} ({End})");
}
