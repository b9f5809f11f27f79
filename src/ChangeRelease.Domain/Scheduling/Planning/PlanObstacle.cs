using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A stretch of time in which an item does not start, and why.</summary>
public sealed record PlanObstacle
{
    /// <summary>How many are told of one item; the rest of the time is then not told.</summary>
    public const int MostTold = 500;

    internal PlanObstacle(PlanObstacleKind kind, Slot span, string name, ValueList<WorkItemId> items, string sentence) =>
        (Kind, Span, Name, Items, Sentence) = (kind, span, name, items, sentence);

    /// <summary>Why.</summary>
    public PlanObstacleKind Kind { get; }

    /// <summary>The starts that are meant: from the first inside to the end, itself outside.</summary>
    public Slot Span { get; }

    /// <summary>The calendar, closure, resource, exclusion, limit or rule that is meant; empty when there is none.</summary>
    public string Name { get; }

    /// <summary>The items that are in the way; empty when there are none.</summary>
    public ValueList<WorkItemId> Items { get; }

    /// <summary>The obstacle for people.</summary>
    public string Sentence { get; }

    /// <summary>The obstacle for people.</summary>
    /// <returns><see cref="Sentence"/>.</returns>
    public override string ToString() => Sentence;
}
