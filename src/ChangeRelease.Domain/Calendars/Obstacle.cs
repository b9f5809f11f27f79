using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A stretch of time that cannot hold the slot that is looked for, and why.</summary>
public sealed record Obstacle
{
    internal Obstacle(ObstacleKind kind, Slot span, ValueList<Occurrence> because, string sentence) =>
        (Kind, Span, Because, Sentence) = (kind, span, because, sentence);

    /// <summary>Why.</summary>
    public ObstacleKind Kind { get; }

    /// <summary>The stretch.</summary>
    public Slot Span { get; }

    /// <summary>
    /// What is concerned: the freezes in force; the full windows; what opens after a closed stretch; what ends one that is too short.
    /// </summary>
    public ValueList<Occurrence> Because { get; }

    /// <summary>The obstacle for people, with local times in the zone of the rule concerned.</summary>
    public string Sentence { get; }

    /// <summary>The obstacle for people.</summary>
    /// <returns><see cref="Sentence"/>.</returns>
    public override string ToString() => Sentence;
}
