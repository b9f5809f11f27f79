using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The earliest start at which nothing hard is in the way, or how far was looked for it (S-44).</summary>
/// <param name="Start">The start; null when none was found.</param>
/// <param name="SearchedUntil">No start before this is clear.</param>
/// <param name="IsSearched">Whether every start was looked at until one was found, or that could end in time; false when the search was given up, or the work cannot be judged.</param>
public sealed record ClearStart(Instant? Start, Instant SearchedUntil, bool IsSearched)
{
    /// <summary>The start, or how far was looked.</summary>
    /// <returns>For example <c>2026-11-02T14:00:00Z</c>, or <c>none before 2026-12-03T14:00:00Z</c>.</returns>
    public override string ToString() => Start is { } start ? start.ToText() : $"none before {SearchedUntil.ToText()}";
}
