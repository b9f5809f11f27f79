using System.Globalization;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>How a recurrence rule ends: never, after a number of occurrences, or at a time (COUNT and UNTIL of RFC 5545).</summary>
public abstract record RecurrenceEnd
{
    private protected RecurrenceEnd()
    {
    }

    /// <summary>No end.</summary>
    public static RecurrenceEnd Never { get; } = new NeverEnd();

    private protected abstract string Text { get; }

    /// <summary>After so many occurrences of the rule, those counted that are excluded or moved later. Less than one is a fault of the rule.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The end.</returns>
    public static RecurrenceEnd After(int count) => new CountEnd(count);

    /// <summary>At a wall-clock time, itself included.</summary>
    /// <param name="last">The latest nominal start, cut to the second.</param>
    /// <returns>The end.</returns>
    public static RecurrenceEnd Until(LocalDateTime last) => new LocalEnd(last.With(TimeAdjusters.TruncateToSecond));

    /// <summary>With a day, which is included.</summary>
    /// <param name="last">The last day.</param>
    /// <returns>The end, one second before the next day.</returns>
    public static RecurrenceEnd Until(LocalDate last) => new LocalEnd(last + new LocalTime(23, 59, 59));

    /// <summary>At an instant, itself included: what other calendars write. It is one on the wall clock only in a zone (<see cref="RecurrenceRule.In"/>).</summary>
    /// <param name="last">The latest start, cut to the second.</param>
    /// <returns>The end.</returns>
    public static RecurrenceEnd Until(Instant last) => new InstantEnd(Instant.FromUnixTimeSeconds(last.ToUnixTimeSeconds()));

    /// <summary>The end as RFC 5545 writes it.</summary>
    /// <returns>For example <c>COUNT=10</c> or <c>UNTIL=20261231T235959</c>; empty when there is none.</returns>
    public sealed override string ToString() => Text;

    internal sealed record NeverEnd : RecurrenceEnd
    {
        private protected override string Text => string.Empty;
    }

    internal sealed record CountEnd(int Count) : RecurrenceEnd
    {
        private protected override string Text => string.Create(CultureInfo.InvariantCulture, $"COUNT={Count}");
    }

    internal sealed record LocalEnd(LocalDateTime Last) : RecurrenceEnd
    {
        private protected override string Text => $"UNTIL={RecurrenceTimes.Write(Last)}";
    }

    internal sealed record InstantEnd(Instant Last) : RecurrenceEnd
    {
        // So near to either end of time no wall clock can be trusted to show a day that exists; nothing starts there that this could change.
        private static readonly Duration _day = Duration.FromDays(1);
        private static readonly Instant _first = Instant.FromUtc(1, 1, 2, 0, 0);

        private protected override string Text => $"UNTIL={RecurrenceTimes.Write(Last.InUtc().LocalDateTime)}Z";

        /// <summary>The latest that the wall clock of a zone shows up to the instant, on that turn of the clock.</summary>
        public LocalEnd In(DateTimeZone zone) =>
            Last > Instant.MaxValue - _day ? new LocalEnd(RecurrenceTimes.End)
            : Last < _first ? new LocalEnd(_first.InUtc().LocalDateTime)
            : Shown(zone);

        private LocalEnd Shown(DateTimeZone zone)
        {
            var shown = Last.InZone(zone).LocalDateTime;
            var interval = zone.GetZoneInterval(Last);
            var before = interval.HasStart
                ? (interval.Start - Duration.FromSeconds(1)).InZone(zone).LocalDateTime
                : shown;
            return new LocalEnd(LocalDateTime.Max(shown, before));
        }
    }
}
