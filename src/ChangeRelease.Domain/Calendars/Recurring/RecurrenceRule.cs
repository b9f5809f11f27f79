using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A rule by which something recurs on the wall clock: RRULE of RFC 5545 (S-44). It recurs from a first start on (<see cref="From"/>).</summary>
/// <remarks>
/// A start has to satisfy every part that is given; what no part says comes from the first start. Rules are equal when they are written the same.
/// </remarks>
public sealed partial class RecurrenceRule : IEquatable<RecurrenceRule>
{
    private readonly string _text;

    private RecurrenceRule(RecurrenceParts parts, ValueList<RecurrenceFault> departures)
    {
        (Parts, Departures) = (parts.Canonical(), departures);
        _text = RecurrenceWriting.Write(Parts);
    }

    /// <summary>The parts, each in order and without repeats.</summary>
    public RecurrenceParts Parts { get; }

    /// <summary>What RFC 5545 does not allow of this rule; empty unless it was made <see cref="RecurrenceDialect.Widened"/>.</summary>
    public ValueList<RecurrenceFault> Departures { get; }

    /// <summary>Makes a rule.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="dialect">Whether more is taken than RFC 5545 allows.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="RecurrenceException">The parts are no rule; it lists every fault.</exception>
    public static RecurrenceRule Of(RecurrenceParts parts, RecurrenceDialect dialect = RecurrenceDialect.Strict) => Read(parts, dialect).GetValueOrThrow();

    /// <summary>Makes a rule, or says what is wrong.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="dialect">Whether more is taken than RFC 5545 allows.</param>
    /// <returns>The rule or its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public static RecurrenceReading<RecurrenceRule> Read(RecurrenceParts parts, RecurrenceDialect dialect = RecurrenceDialect.Strict)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var departures = PartChecks.Departures(parts).ToValueList();
        var faults = PartChecks.Faults(parts).Concat(dialect == RecurrenceDialect.Widened ? [] : departures).ToValueList();
        return faults.Count > 0
            ? new RecurrenceReading<RecurrenceRule>(null, faults, [])
            : new RecurrenceReading<RecurrenceRule>(new RecurrenceRule(parts, departures), [], departures);
    }

    /// <summary>The rule from a first start on.</summary>
    /// <param name="start">The time from which periods are counted, and from which comes what the rule leaves out; it is a start itself only if the rule says so.</param>
    /// <returns>The starts.</returns>
    /// <exception cref="ArgumentException"><paramref name="start"/> is no whole second of the years 1 to 9999 of the ISO calendar, or the rule ends at an instant (<see cref="In"/>).</exception>
    public RecurrenceSet From(LocalDateTime start) => RecurrenceSet.From(start, this);

    /// <summary>The rule with its end on the wall clock of a zone: the latest time that it shows up to the instant at which the rule ends.</summary>
    /// <param name="zone">The zone.</param>
    /// <returns>The rule; this one when it does not end at an instant.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public RecurrenceRule In(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Parts.End is RecurrenceEnd.InstantEnd end ? With(Parts with { End = end.In(zone) }) : this;
    }

    /// <summary>The rule in RFC 5545's words, in one order, without what goes without saying.</summary>
    /// <returns>For example <c>FREQ=MONTHLY;BYDAY=2TU</c>.</returns>
    public override string ToString() => _text;

    /// <summary>Whether both are written the same.</summary>
    /// <param name="other">The other rule.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(RecurrenceRule? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecurrenceRule);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    private RecurrenceRule With(RecurrenceParts parts) => Of(parts, Departures.Count > 0 ? RecurrenceDialect.Widened : RecurrenceDialect.Strict);
}
