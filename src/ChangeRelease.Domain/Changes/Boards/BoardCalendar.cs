using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>When a board meets, again and again, on the wall clock of its zone (S-41).</summary>
public sealed record BoardCalendar
{
    /// <summary>The most meetings that are planned at once.</summary>
    public const int MostPlanned = 1_000;

    private readonly DateTimeZone _zone;

    private BoardCalendar(BoardId board, DateTimeZone zone, Recurrence recurrence, Duration length, Duration cutOff) =>
        (Board, _zone, Recurrence, Length, CutOff) = (board, zone, recurrence, length, cutOff);

    /// <summary>The board.</summary>
    public BoardId Board { get; }

    /// <summary>The IANA zone whose wall clock the meetings follow.</summary>
    public string Zone => _zone.Id;

    /// <summary>When meetings start.</summary>
    public Recurrence Recurrence { get; }

    /// <summary>How long each lasts, in elapsed time.</summary>
    public Duration Length { get; }

    /// <summary>How long before its start the agenda of a meeting is closed, in elapsed time.</summary>
    public Duration CutOff { get; }

    /// <summary>Defines when a board meets.</summary>
    /// <param name="board">The board.</param>
    /// <param name="zone">The IANA zone whose wall clock the meetings follow.</param>
    /// <param name="recurrence">When meetings start.</param>
    /// <param name="length">How long each lasts; at least a microsecond.</param>
    /// <param name="cutOff">How long before its start the agenda of a meeting is closed; not negative.</param>
    /// <param name="zones">The time zones.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The zone is not known (S-41).</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is out of its range.</exception>
    public static BoardCalendar Define(BoardId board, string zone, Recurrence recurrence, Duration length, Duration cutOff, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(recurrence);
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Duration.FromNanoseconds(1_000));
        ArgumentOutOfRangeException.ThrowIfLessThan(cutOff, Duration.Zero);
        return zones.GetZoneOrNull(zone) is { } known
            ? new BoardCalendar(board, known, recurrence, length, cutOff)
            : throw new ArgumentException($"The zone '{zone}' is not known.", nameof(zone));
    }

    /// <summary>Plans the next meetings.</summary>
    /// <remarks>A skipped start moves forward by the gap, and of a repeated one the first is taken (S-43).</remarks>
    /// <param name="from">The earliest start, itself included.</param>
    /// <param name="count">How many, from one to <see cref="MostPlanned"/>.</param>
    /// <returns>The meetings, earliest first; fewer when the recurrence ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of that range.</exception>
    public ValueList<MeetingTime> Next(Instant from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostPlanned);

        // A day earlier, for where the clock was set back meanwhile.
        return Recurrence.StartsFrom(LocalBounds.Clamp(from.InZone(_zone).LocalDateTime.PlusDays(-1)))
            .Select(local => WallTime.Resolve(_zone, local, SkippedTime.ForwardByGap, RepeatedTime.First).Instant)
            .OfType<Instant>()
            .Where(start => start >= from)
            .Distinct()
            .Take(count)
            .Select(start => new MeetingTime(Board, new Slot(start, start + Length), (start - CutOff).ToMicroseconds()))
            .ToValueList();
    }
}
