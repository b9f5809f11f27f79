using System.Globalization;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>When a rule starts, again and again, on the wall clock of its zone (S-41, S-44): weekly, yearly, once, or as RFC 5545 has it.</summary>
public abstract record Recurrence
{
    private protected Recurrence()
    {
    }

    /// <summary>Whether there is always one more start.</summary>
    internal abstract bool IsEndless { get; }

    /// <summary>Whether 28 years show all that it ever does: in them every date falls on every weekday.</summary>
    internal virtual bool IsCyclic => true;

    /// <summary>Whether it may start more than once a day.</summary>
    internal virtual bool IsOfRules => false;

    /// <summary>What tells it apart from every other, for digests; words where they say it all.</summary>
    internal virtual string Canonical => Text;

    private protected abstract string Text { get; }

    /// <summary>By a rule of RFC 5545, from a first start on.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">The time from which its periods are counted, and from which comes what it leaves out; a start itself only if the rule says so.</param>
    /// <returns>The recurrence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="RecurrenceException">The start is no whole second of the ISO calendar, or the rule ends at an instant.</exception>
    public static Recurrence Rule(RecurrenceRule rule, LocalDateTime start)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Of(rule.From(start));
    }

    /// <summary>By all that RFC 5545 has: rules, further and excluded times, single occurrences moved or canceled.</summary>
    /// <param name="set">The starts.</param>
    /// <returns>The recurrence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    public static Recurrence Of(RecurrenceSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new SetRecurrence(set);
    }

    /// <summary>On some days of every week. No day, or one that is none, is a fault of the calendar.</summary>
    /// <param name="at">The wall-clock time of each start.</param>
    /// <param name="days">The weekdays of the starts, in any order (S-41: the weekday of a window is that of its start).</param>
    /// <returns>The recurrence.</returns>
    public static Recurrence Weekly(LocalTime at, params ReadOnlySpan<IsoDayOfWeek> days) =>
        new WeeklyRecurrence(at, days.ToArray().Distinct().Order().ToValueList());

    /// <summary>Once a year; 29 February does not occur in common years (S-44).</summary>
    /// <param name="day">The day of the year.</param>
    /// <param name="at">The wall-clock time of the start.</param>
    /// <returns>The recurrence.</returns>
    public static Recurrence Yearly(AnnualDate day, LocalTime at) => new YearlyRecurrence(day, at);

    /// <summary>The same without some starts.</summary>
    /// <param name="starts">The nominal starts to leave out; those that are none do not matter.</param>
    /// <returns>The recurrence; this one when nothing is named.</returns>
    public Recurrence Except(params ReadOnlySpan<LocalDateTime> starts) =>
        starts.Length == 0 ? this : new ReducedRecurrence(this, starts.ToArray().Distinct().Order().ToValueList());

    /// <summary>A single time.</summary>
    /// <param name="start">The wall-clock time of the start, in the ISO calendar.</param>
    /// <returns>The recurrence.</returns>
    public static Recurrence Once(LocalDateTime start) => new OneOff(start);

    /// <summary>The nominal starts from a wall-clock time on, before any clock change is looked at.</summary>
    /// <param name="from">The earliest start of interest, itself included.</param>
    /// <returns>The starts, lazily and strictly increasing; they may have no end short of the year 9000.</returns>
    public abstract IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from);

    /// <summary>The same starts as RFC 5545 says them, from a wall-clock time on. What is a set already stays as it is; what follows a business calendar is listed for ten years.</summary>
    /// <param name="from">The earliest start of interest, itself included.</param>
    /// <returns>The set; null when nothing starts from then on.</returns>
    /// <exception cref="RecurrenceException">The starts are no whole seconds.</exception>
    public abstract RecurrenceSet? ToSet(LocalDateTime from);

    /// <summary>The nominal starts in a stretch of the wall clock, both ends included, lazily.</summary>
    internal virtual IEnumerable<LocalDateTime> StartsBetween(LocalDateTime from, LocalDateTime until) =>
        StartsFrom(from).TakeWhile(start => start <= until);

    /// <summary>The recurrence in words.</summary>
    /// <returns>For example <c>weekly on Friday at 22:00:00</c>.</returns>
    public sealed override string ToString() => Text;

    private LocalDateTime? First(LocalDateTime from) => StartsFrom(from).Select(start => (LocalDateTime?)start).FirstOrDefault();

    internal sealed record WeeklyRecurrence(LocalTime At, ValueList<IsoDayOfWeek> Days) : Recurrence
    {
        internal override bool IsEndless => Days.Count > 0;

        private protected override string Text => $"weekly on {string.Join(", ", Days)} at {LocalTimePattern.ExtendedIso.Format(At)}";

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from) => Days.Count == 0
            ? []
            : Starts(LocalBounds.Clamp(from)).SkipWhile(start => start < from);

        public override RecurrenceSet? ToSet(LocalDateTime from) => First(from) is { } first ? RecurrenceRule.Weekly([.. Days]).From(first) : null;

        private IEnumerable<LocalDateTime> Starts(LocalDateTime from)
        {
            var monday = from.Date.PlusDays(IsoDayOfWeek.Monday - from.DayOfWeek);
            for (; monday < LocalBounds.Latest.Date; monday = monday.PlusWeeks(1))
            {
                foreach (var day in Days)
                {
                    yield return monday.PlusDays(day - IsoDayOfWeek.Monday) + At;
                }
            }
        }
    }

    internal sealed record YearlyRecurrence(AnnualDate Day, LocalTime At) : Recurrence
    {
        internal override bool IsEndless => true;

        private protected override string Text =>
            $"yearly on {AnnualDatePattern.Iso.Format(Day)} at {LocalTimePattern.ExtendedIso.Format(At)}";

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from)
        {
            for (var year = LocalBounds.Clamp(from).Year; year < LocalBounds.Latest.Year; year++)
            {
                if (Day.IsValidYear(year) && Day.InYear(year) + At is var start && start >= from)
                {
                    yield return start;
                }
            }
        }

        public override RecurrenceSet? ToSet(LocalDateTime from) => First(from) is { } first ? RecurrenceRule.Yearly(Day).From(first) : null;
    }

    internal sealed record OneOff(LocalDateTime Start) : Recurrence
    {
        internal override bool IsEndless => false;

        private protected override string Text => string.Create(CultureInfo.InvariantCulture, $"once at {LocalDateTimePattern.ExtendedIso.Format(Start)}");

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from) => Start < from ? [] : [Start];

        public override RecurrenceSet? ToSet(LocalDateTime from) => Start < from ? null : RecurrenceSet.From(Start);
    }

    internal sealed record ReducedRecurrence(Recurrence Whole, ValueList<LocalDateTime> Without) : Recurrence
    {
        private readonly HashSet<LocalDateTime> _without = [.. Without];

        internal override bool IsEndless => Whole.IsEndless;

        internal override bool IsCyclic => false;

        internal override bool IsOfRules => Whole.IsOfRules;

        internal override string Canonical => $"{Whole.Canonical} {Words}";

        private protected override string Text => $"{Whole} {Words}";

        private string Words => $"except at {string.Join(", ", Without.Select(LocalDateTimePattern.ExtendedIso.Format))}";

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from) => Whole.StartsFrom(from).Where(start => !_without.Contains(start));

        public override RecurrenceSet? ToSet(LocalDateTime from) => Whole.ToSet(from)?.Except([.. Without]);

        internal override IEnumerable<LocalDateTime> StartsBetween(LocalDateTime from, LocalDateTime until) =>
            Whole.StartsBetween(from, until).Where(start => !_without.Contains(start));

        public bool Equals(ReducedRecurrence? other) => other is not null && Whole.Equals(other.Whole) && Without.Equals(other.Without);

        public override int GetHashCode() => HashCode.Combine(Whole, Without);
    }

    internal sealed record SetRecurrence(RecurrenceSet Set) : Recurrence
    {
        internal override bool IsEndless => Set.IsEndless;

        internal override bool IsCyclic => Set.IsCyclic;

        internal override bool IsOfRules => true;

        private protected override string Text => $"by {Set.ToString().Replace('\n', ' ')}";

        public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from) => StartsBetween(from, LocalBounds.Latest.PlusSeconds(-1));

        public override RecurrenceSet? ToSet(LocalDateTime from) => First(from) is null ? null : Set;

        internal override IEnumerable<LocalDateTime> StartsBetween(LocalDateTime from, LocalDateTime until) => Set.StartsBetween(from, until);
    }
}
