using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Everything that says when something recurs: DTSTART, RRULE, RDATE, EXDATE and overrides by RECURRENCE-ID of RFC 5545 (S-44).</summary>
/// <remarks>
/// All times are nominal, on the wall clock of the zone of whoever uses the set, in whole seconds; what a clock change does to them is resolved
/// there (S-43). A set is immutable and may be asked from any number of threads. Sets are equal when they are written the same.
/// </remarks>
public sealed partial class RecurrenceSet : IEquatable<RecurrenceSet>
{
    /// <summary>The most rules of one set.</summary>
    public const int MostRules = 20;

    /// <summary>The most single times of one set: added, excluded, and overridden.</summary>
    public const int MostTimes = 10_000;

    private readonly Lazy<SetSchedule> _schedule;
    private readonly Lazy<string> _text;
    private readonly Lazy<bool> _isEndless;
    private readonly Lazy<int?> _gapOfADay;

    private RecurrenceSet(SetParts parts)
    {
        Content = parts;
        _schedule = new Lazy<SetSchedule>(() => new SetSchedule(this));
        _isEndless = new Lazy<bool>(() => StartsInTheLastCycle);
        _gapOfADay = new Lazy<int?>(() => DayGaps.Of(this));
        _text = new Lazy<string>(() => string.Join('\n', RecurrenceLines.Of(this)));
    }

    /// <summary>DTSTART: the time from which periods are counted, and from which comes what rules leave out. With rules it is a start only if one says so.</summary>
    public LocalDateTime Start => Content.Start;

    /// <summary>The rules; a time is a start if any of them says so.</summary>
    public ValueList<RecurrenceRule> Rules => Content.Rules;

    /// <summary>Further starts (RDATE), in order.</summary>
    public ValueList<LocalDateTime> Added => Content.Added;

    /// <summary>Times that are no starts, whatever else says so (EXDATE), in order.</summary>
    public ValueList<LocalDateTime> Excluded => Content.Excluded;

    /// <summary>Days on which nothing starts (EXDATE without a time), in order.</summary>
    public ValueList<LocalDate> ExcludedDays => Content.ExcludedDays;

    /// <summary>Single occurrences that were moved or canceled, in the order of what they were. A move goes wherever it says, excluded or not.</summary>
    public ValueList<RecurrenceOverride> Overrides => Content.Overrides;

    internal SetParts Content { get; }

    /// <summary>The starts of rules from a first start on.</summary>
    /// <param name="start">The time from which periods are counted. Without a rule, it is the only start.</param>
    /// <param name="rules">The rules, at most <see cref="MostRules"/>.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="RecurrenceException">
    /// <paramref name="start"/> is no whole second of the years 1 to 9999 of the ISO calendar, there are too many rules, or one ends at an instant.
    /// </exception>
    public static RecurrenceSet From(LocalDateTime start, params ReadOnlySpan<RecurrenceRule> rules) => Read(new SetParts
    {
        Start = start,
        Rules = SetParts.InOrder(rules.ToArray().Select(rule => rule ?? throw new ArgumentNullException(nameof(rules)))),
    }).GetValueOrThrow();

    /// <summary>With further starts (RDATE).</summary>
    /// <param name="times">The starts.</param>
    /// <returns>The set.</returns>
    /// <exception cref="RecurrenceException">A time is no whole second of the years 1 to 9999, or there are too many.</exception>
    public RecurrenceSet Plus(params ReadOnlySpan<LocalDateTime> times) =>
        Read(Content with { Added = SetParts.InOrder(Content.Added.With(times.ToArray())) }).GetValueOrThrow();

    /// <summary>Without some starts (EXDATE). A time that is none changes nothing.</summary>
    /// <param name="times">The starts that are left out.</param>
    /// <returns>The set.</returns>
    /// <exception cref="RecurrenceException">A time is no whole second of the years 1 to 9999, or names an overridden occurrence, or there are too many.</exception>
    public RecurrenceSet Except(params ReadOnlySpan<LocalDateTime> times) =>
        Read(Content with { Excluded = SetParts.InOrder(Content.Excluded.With(times.ToArray())) }).GetValueOrThrow();

    /// <summary>Without whatever starts on some days (EXDATE without a time).</summary>
    /// <param name="days">The days.</param>
    /// <returns>The set.</returns>
    /// <exception cref="RecurrenceException">A day leaves the years 1 to 9999, or has an overridden occurrence, or there are too many.</exception>
    public RecurrenceSet Except(params ReadOnlySpan<LocalDate> days) =>
        Read(Content with { ExcludedDays = SetParts.InOrder(Content.ExcludedDays.With(days.ToArray())) }).GetValueOrThrow();

    /// <summary>With one occurrence moved (RECURRENCE-ID).</summary>
    /// <param name="original">The start that the occurrence has without overrides.</param>
    /// <param name="to">Where it starts instead.</param>
    /// <returns>The set; an earlier override of the same occurrence is gone.</returns>
    /// <exception cref="RecurrenceException"><paramref name="original"/> is no start, or a time is no whole second of the years 1 to 9999.</exception>
    public RecurrenceSet Move(LocalDateTime original, LocalDateTime to) => Override(new RecurrenceOverride(original, to));

    /// <summary>With one occurrence canceled (RECURRENCE-ID): known to have been planned, unlike one that is excluded.</summary>
    /// <param name="original">The start that the occurrence has without overrides.</param>
    /// <returns>The set; an earlier override of the same occurrence is gone.</returns>
    /// <exception cref="RecurrenceException"><paramref name="original"/> is no start.</exception>
    public RecurrenceSet Cancel(LocalDateTime original) => Override(new RecurrenceOverride(original, null));

    /// <summary>The set as lines of iCalendar, in one order: first what recurs, then each override after its RECURRENCE-ID.</summary>
    /// <returns>For example <c>DTSTART:20261103T220000</c>, a line feed, and <c>RRULE:FREQ=MONTHLY;BYDAY=1TU</c>.</returns>
    public override string ToString() => _text.Value;

    /// <summary>Whether both are written the same.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(RecurrenceSet? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecurrenceSet);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    internal static RecurrenceReading<RecurrenceSet> Read(SetParts parts)
    {
        var faults = SetChecks.Of(parts).ToValueList();
        var set = faults.Count == 0 ? new RecurrenceSet(parts) : null;
        var strays = set is null ? [] : SetChecks.Strays(parts, new RecurrenceSet(parts with { Overrides = [] })).ToValueList();
        return strays.Count == 0
            ? new RecurrenceReading<RecurrenceSet>(set, faults, set is null ? [] : set.Rules.SelectMany(rule => rule.Departures).ToValueList())
            : new RecurrenceReading<RecurrenceSet>(null, strays, []);
    }

    private RecurrenceSet Override(RecurrenceOverride one) => Read(Content with
    {
        Overrides = Content.Overrides.Where(other => other.Original != one.Original).Append(one).OrderBy(other => other.Original).ToValueList(),
    }).GetValueOrThrow();
}
