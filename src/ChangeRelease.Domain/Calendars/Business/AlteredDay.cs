using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Days that open or close at another time than their weekday does, such as an early close on Christmas Eve. A day off stays one.</summary>
public sealed record AlteredDay
{
    /// <summary>Says which days; when they open or close is said with <c>with</c>, and one of both has to be.</summary>
    /// <param name="occasion">The days. On an occasion that moves, a holiday is no workday either.</param>
    /// <exception cref="ArgumentNullException"><paramref name="occasion"/> is null.</exception>
    public AlteredDay(Occasion occasion)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        Occasion = occasion;
    }

    /// <summary>The days.</summary>
    public Occasion Occasion { get; }

    /// <summary>The wall-clock time of the opening; the last such time before the day closes. Null when it opens as ever.</summary>
    public LocalTime? OpensAt { get; init; }

    /// <summary>The wall-clock time of the close; the first such time after the day opens. Null when it closes as ever.</summary>
    public LocalTime? ClosesAt { get; init; }

    /// <summary>The stretches of a day, in order, with another opening and close; breaks stay where they are.</summary>
    internal IReadOnlyList<LocalStretch> Alter(IReadOnlyList<LocalStretch> stretches) => Closed(Opened(stretches));

    private IReadOnlyList<LocalStretch> Opened(IReadOnlyList<LocalStretch> stretches)
    {
        if (OpensAt is not { } time || stretches.Count == 0)
        {
            return stretches;
        }

        var last = stretches[^1].End;
        var opening = last.Date.PlusDays(time < last.TimeOfDay ? 0 : -1) + time;
        var left = stretches.Where(stretch => opening < stretch.End).ToList();
        left[0] = left[0] with { Start = left.Count == stretches.Count ? opening : LocalDateTime.Max(opening, left[0].Start) };
        return left;
    }

    private IReadOnlyList<LocalStretch> Closed(IReadOnlyList<LocalStretch> stretches)
    {
        if (ClosesAt is not { } time || stretches.Count == 0)
        {
            return stretches;
        }

        var first = stretches[0].Start;
        var close = first.Date.PlusDays(first.TimeOfDay < time ? 0 : 1) + time;
        var left = stretches.Where(stretch => stretch.Start < close).ToList();
        left[^1] = left[^1] with { End = left.Count == stretches.Count ? close : LocalDateTime.Min(close, left[^1].End) };
        return left;
    }
}
