using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a search for an instant by working time came to (S-44).</summary>
public sealed record WorkingTimeSearch
{
    internal WorkingTimeSearch(Instant? at, Instant searchedUntil) => (At, SearchedUntil) = (at, searchedUntil);

    /// <summary>The instant; null when the search met its bound.</summary>
    public Instant? At { get; }

    /// <summary>How far was looked; the instant itself when there is one.</summary>
    public Instant SearchedUntil { get; }

    /// <summary>Whether the search met its bound, so that there may be enough working time beyond it.</summary>
    public bool ReachedBound => At is null;

    /// <summary>The instant, or how far there is none.</summary>
    /// <returns>For example <c>2026-12-29T09:30:00Z</c>.</returns>
    public override string ToString() => At is { } at ? at.ToText() : $"none as far as {SearchedUntil.ToText()}";
}
