using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>How long one occurrence of a rule lasts: for an elapsed duration, or until a wall-clock time; the author says which (S-42).</summary>
public abstract record RuleLength
{
    private protected RuleLength()
    {
    }

    /// <summary>The elapsed time, or null when the length is until a wall-clock time.</summary>
    public virtual Duration? Elapsed => null;

    /// <summary>At least as long as every nominal span; null when nothing bounds it but a fixed end.</summary>
    internal abstract Duration? LongestSpan { get; }

    /// <summary>Whether nothing but taking the rule away ends it.</summary>
    public virtual bool IsOpen => false;

    private protected abstract string Text { get; }

    /// <summary>For an elapsed duration, whatever the wall clock does meanwhile. Anything but a positive one is a fault of the calendar.</summary>
    /// <param name="elapsed">The elapsed time.</param>
    /// <returns>The length.</returns>
    public static RuleLength For(Duration elapsed) => new ElapsedLength(elapsed);

    /// <summary>Until the first such wall-clock time strictly after the start: from 22:00 until 06:00 ends on the next day.</summary>
    /// <param name="time">The wall-clock time of the end, in the rule's zone; itself outside (S-40).</param>
    /// <returns>The length.</returns>
    public static RuleLength Until(LocalTime time) => new UntilTime(time);

    /// <summary>Until a wall-clock time some days later. An end that is not after the start is a fault of the calendar.</summary>
    /// <param name="daysLater">How many calendar days after the day of the start; zero is the same day.</param>
    /// <param name="time">The wall-clock time of the end, in the rule's zone; itself outside (S-40).</param>
    /// <returns>The length.</returns>
    public static RuleLength Until(int daysLater, LocalTime time) => new UntilDay(daysLater, time);

    /// <summary>
    /// Until the first such day of the year and wall-clock time strictly after the start: from 20 December until 3 January.
    /// In common years an end on 29 February is the first moment of 1 March, so that it neither comes early nor waits for years.
    /// </summary>
    /// <param name="day">The day of the end.</param>
    /// <param name="time">The wall-clock time of the end, in the rule's zone; itself outside (S-40).</param>
    /// <returns>The length.</returns>
    public static RuleLength Until(AnnualDate day, LocalTime time) => new UntilAnnualDay(day, time);

    /// <summary>Until a fixed wall-clock time. With a recurrence that is not one-off, or before its start, it is a fault of the calendar.</summary>
    /// <param name="end">The wall-clock time of the end, in the rule's zone; itself outside (S-40).</param>
    /// <returns>The length.</returns>
    public static RuleLength Until(LocalDateTime end) => new UntilFixed(end);

    /// <summary>Until somebody says otherwise, for freezes that name who will; else, or with a recurrence that is not one-off, it is a fault of the calendar.</summary>
    public static RuleLength UntilFurtherNotice { get; } = new OpenLength();

    /// <summary>The length in words.</summary>
    /// <returns>For example <c>until 06:00:00</c>.</returns>
    public sealed override string ToString() => Text;

    /// <summary>What the wall clock moves on by from a start at that time of day, in whole microseconds; null when that is not always the same.</summary>
    internal virtual long? WallSpanFrom(LocalTime start) => null;

    /// <summary>The nominal end of an occurrence, before any clock change is looked at: of an elapsed length what the clock would show if it never changed.</summary>
    /// <param name="start">Its nominal start.</param>
    /// <returns>The wall-clock time of the end, itself outside (S-40); far in the future when nothing but a notice ends it.</returns>
    public abstract LocalDateTime NominalEnd(LocalDateTime start);

    private static string Show(LocalTime time) => LocalTimePattern.ExtendedIso.Format(time);

    internal sealed record ElapsedLength(Duration Length) : RuleLength
    {
        public override Duration? Elapsed => Length;

        internal override Duration? LongestSpan => Length;

        private protected override string Text => $"for {DurationPattern.Roundtrip.Format(Length)}";

        public override LocalDateTime NominalEnd(LocalDateTime start) => (start.InUtc().ToInstant() + Length).InUtc().LocalDateTime;
    }

    internal sealed record OpenLength : RuleLength
    {
        internal override Duration? LongestSpan => null;

        public override bool IsOpen => true;

        private protected override string Text => "until further notice";

        public override LocalDateTime NominalEnd(LocalDateTime start) => LocalBounds.Latest;
    }

    internal sealed record UntilTime(LocalTime Time) : RuleLength
    {
        internal override Duration? LongestSpan => Duration.FromDays(1);

        private protected override string Text => $"until {Show(Time)}";

        internal override long? WallSpanFrom(LocalTime start) => Microseconds.AreAllOf(Time)
            ? Microseconds.Of(Time) - Microseconds.Of(start) + (start < Time ? 0 : Microseconds.Day)
            : null;

        public override LocalDateTime NominalEnd(LocalDateTime start) => start.Date.PlusDays(start.TimeOfDay < Time ? 0 : 1) + Time;
    }

    internal sealed record UntilDay(int DaysLater, LocalTime Time) : RuleLength
    {
        internal override Duration? LongestSpan => Duration.FromDays(DaysLater + 1L);

        private protected override string Text => string.Create(CultureInfo.InvariantCulture, $"until {DaysLater} days later at {Show(Time)}");

        internal override long? WallSpanFrom(LocalTime start) => Microseconds.AreAllOf(Time)
            ? (DaysLater * Microseconds.Day) + Microseconds.Of(Time) - Microseconds.Of(start)
            : null;

        public override LocalDateTime NominalEnd(LocalDateTime start) => start.Date.PlusDays(DaysLater) + Time;
    }

    internal sealed record UntilAnnualDay(AnnualDate Day, LocalTime Time) : RuleLength
    {
        internal override Duration? LongestSpan => Duration.FromDays(367);

        private protected override string Text => $"until {AnnualDatePattern.Iso.Format(Day)} at {Show(Time)}";

        public override LocalDateTime NominalEnd(LocalDateTime start) =>
            InYear(start.Year) is var end && end > start ? end : InYear(start.Year + 1);

        private LocalDateTime InYear(int year) => Day.IsValidYear(year) ? Day.InYear(year) + Time : new LocalDateTime(year, 3, 1, 0, 0);
    }

    internal sealed record UntilFixed(LocalDateTime End) : RuleLength
    {
        internal override Duration? LongestSpan => null;

        private protected override string Text => $"until {LocalDateTimePattern.ExtendedIso.Format(End)}";

        public override LocalDateTime NominalEnd(LocalDateTime start) => End;
    }
}
