using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a search for a working day came to (S-44).</summary>
public sealed record WorkingDaySearch
{
    internal WorkingDaySearch(LocalDate? day, LocalDate searchedUntil) => (Day, SearchedUntil) = (day, searchedUntil);

    /// <summary>The day; null when the search met its bound.</summary>
    public LocalDate? Day { get; }

    /// <summary>The last day that was looked at.</summary>
    public LocalDate SearchedUntil { get; }

    /// <summary>Whether the search met its bound, so that there may be such a day beyond it.</summary>
    public bool ReachedBound => Day is null;

    /// <summary>The day, or how far there is none.</summary>
    /// <returns>For example <c>2026-12-29</c>.</returns>
    public override string ToString() => Day is { } day ? CanonicalText.Show(day) : $"none as far as {CanonicalText.Show(SearchedUntil)}";
}
