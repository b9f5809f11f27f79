using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Reads recurrences as RFC 5545 writes them; <see cref="RecurrenceRule.ToString"/> and <see cref="RecurrenceSet.ToString"/> write them.</summary>
/// <remarks>Names and words are read in either case. Everything that is wrong is said at once. What was written is read back as the same.</remarks>
public static class RecurrenceText
{
    /// <summary>The longest rule that is read, in characters; all that RFC 5545 has to say fits in.</summary>
    public const int LongestRule = 16_384;

    /// <summary>The longest set that is read, in characters.</summary>
    public const int LongestSet = 524_288;

    /// <summary>Reads the value of an RRULE.</summary>
    /// <param name="text">For example <c>FREQ=MONTHLY;BYDAY=2TU</c>.</param>
    /// <param name="dialect">Whether more is taken than RFC 5545 allows.</param>
    /// <returns>The rule, or its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static RecurrenceReading<RecurrenceRule> ReadRule(string text, RecurrenceDialect dialect = RecurrenceDialect.Strict)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > LongestRule
            ? new RecurrenceReading<RecurrenceRule>(null, [TooLong("RRULE", LongestRule)], [])
            : new RuleReader(dialect).Read(text);
    }

    /// <summary>
    /// Reads the lines DTSTART, RRULE, RDATE and EXDATE, and for each override RECURRENCE-ID, followed by DTSTART or <c>STATUS:CANCELLED</c>.
    /// Times are on the wall clock, without a zone: that is the matter of whoever uses the set.
    /// </summary>
    /// <param name="text">The lines, folded or not.</param>
    /// <param name="zone">The zone in which an UNTIL that is an instant is meant; null when there is none.</param>
    /// <param name="dialect">Whether more is taken than RFC 5545 allows.</param>
    /// <returns>The set, or its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static RecurrenceReading<RecurrenceSet> ReadSet(string text, DateTimeZone? zone = null, RecurrenceDialect dialect = RecurrenceDialect.Strict)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > LongestSet
            ? new RecurrenceReading<RecurrenceSet>(null, [TooLong("DTSTART", LongestSet)], [])
            : new SetReader(zone, dialect).Read(text);
    }

    private static RecurrenceFault TooLong(string part, int most) =>
        new("calendar.recurrence.too-long", part, FormattableString.Invariant($"The text is longer than {most} characters."));
}
