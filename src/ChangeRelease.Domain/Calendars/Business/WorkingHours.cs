using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One uninterrupted stretch of work, on the wall clock of its calendar's zone: a day with a break has two.</summary>
public sealed record WorkingHours
{
    /// <summary>Takes both ends.</summary>
    /// <param name="from">The wall-clock time of the start.</param>
    /// <param name="to">The wall-clock time of the end, itself outside (S-40). An end that is not later is on the next day: 22:00 to 06:00, or all of a day from 00:00 to 00:00.</param>
    public WorkingHours(LocalTime from, LocalTime to) => (From, To) = (from, to);

    /// <summary>The wall-clock time of the start.</summary>
    public LocalTime From { get; }

    /// <summary>The wall-clock time of the end; itself outside.</summary>
    public LocalTime To { get; }

    /// <summary>Whether the stretch begins on the day before the one it belongs to, and ends on that one: a Monday that opens on Sunday evening.</summary>
    public bool StartsDayBefore { get; init; }

    /// <summary>Both ends in words.</summary>
    /// <returns>For example <c>09:00 to 17:30</c>.</returns>
    public override string ToString() => $"{LocalText.Show(From)}{(StartsDayBefore ? " on the day before" : string.Empty)} to {LocalText.Show(To)}";

    internal LocalStretch On(LocalDate day) => StartsDayBefore
        ? new LocalStretch(day.PlusDays(-1) + From, day + To)
        : new LocalStretch(day + From, day.PlusDays(From < To ? 0 : 1) + To);
}
