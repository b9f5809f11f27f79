using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The earliest slot that fits, or why none does before the bound (S-46).</summary>
public sealed record SlotSearch
{
    internal SlotSearch(Slot? slot, ValueList<Obstacle> obstacles, bool reachedBound, Instant searchedUntil, ValueList<ClockNote> notes) =>
        (Slot, Obstacles, ReachedBound, SearchedUntil, Notes) = (slot, obstacles, reachedBound, searchedUntil, notes);

    /// <summary>The slot, exactly as long as the effort; null when none fits.</summary>
    public Slot? Slot { get; }

    /// <summary>Everything that is in the way from the earliest start to the slot, or to the end of the search: without gap or overlap, in order of time.</summary>
    public ValueList<Obstacle> Obstacles { get; }

    /// <summary>Whether nothing was found because the search met its bound, so that a later bound might find a slot (S-44).</summary>
    public bool ReachedBound { get; }

    /// <summary>How far was looked: the end of the slot, or the bound, or the end of the acceptable times where that is earlier.</summary>
    public Instant SearchedUntil { get; }

    /// <summary>When none fits: the rules each of which alone stands in the way, so that without it one would; sixteen of those concerned are tried.</summary>
    public ValueList<RuleInTheWay> InTheWay { get; internal init; } = [];

    /// <summary>Clock changes that move what the search met (S-43).</summary>
    public ValueList<ClockNote> Notes { get; }
}
