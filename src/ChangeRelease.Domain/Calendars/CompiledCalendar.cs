using ChangeRelease.Domain.Calendars.Compiled;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>When a calendar is open to one question within a range, worked out once: for many answers in little time, and without allocating.</summary>
/// <remarks>
/// It says what the calendar says, and no reasons; for these, and for who holds which place, ask <see cref="Calendar"/>. It is immutable and may be asked
/// from any number of threads.
/// </remarks>
public sealed class CompiledCalendar
{
    private readonly long _from;
    private readonly long _until;
    private readonly OpenIndex _index;

    private CompiledCalendar(ChangeCalendar calendar, CalendarQuestion question, Slot range, SlotSet open)
    {
        (Calendar, Question, Range, Open) = (calendar, question, range, open);
        (_from, _until) = (Microseconds.Of(range.Start), Microseconds.Of(range.End));
        _index = new OpenIndex(open, _from, _until);
    }

    /// <summary>The calendar it was made from.</summary>
    public ChangeCalendar Calendar { get; }

    /// <summary>The question that it answers.</summary>
    public CalendarQuestion Question { get; }

    /// <summary>The stretch of time that it knows; nothing is said about its end and later instants (S-44).</summary>
    public Slot Range { get; }

    /// <summary>Everything within the range that is open for every target.</summary>
    public SlotSet Open { get; }

    /// <summary>Whether an instant is open for every target.</summary>
    /// <param name="instant">The instant; cut to the microsecond.</param>
    /// <returns>True when it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of <see cref="Range"/>.</exception>
    public bool IsOpen(Instant instant)
    {
        var time = Within(instant);
        return _index.FirstEndingAfter(time) is var at && _index.Has(at) && _index.StartOf(at) <= time;
    }

    /// <summary>Finds the earliest start from which it is open for a length of time (S-46).</summary>
    /// <param name="notBefore">The earliest that will do; cut to the microsecond.</param>
    /// <param name="length">How long it must be open, for example the total of an <see cref="Effort"/>; a part of a microsecond counts as a whole one.</param>
    /// <returns>The start; null when it is not open for so long before the end of <see cref="Range"/>. Whether places are taken is not looked at.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notBefore"/> is outside of <see cref="Range"/>, or <paramref name="length"/> is not positive.</exception>
    public Instant? EarliestStart(Instant notBefore, Duration length)
    {
        var time = Within(notBefore);
        var needed = Needed(length);
        var at = _index.FirstEndingAfter(time);
        if (!_index.Has(at))
        {
            return null;
        }

        var start = Math.Max(_index.StartOf(at), time);
        if (_index.EndOf(at) - start >= needed)
        {
            return Microseconds.ToInstant(start);
        }

        at = _index.FirstAsLongAs(needed, at + 1);
        return _index.Has(at) ? Microseconds.ToInstant(_index.StartOf(at)) : null;
    }

    /// <summary>Finds the next instant at which it is open for every target after it was not for some (S-46).</summary>
    /// <param name="after">The instant after which to look; cut to the microsecond.</param>
    /// <returns>The instant; null when none comes before the end of <see cref="Range"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is outside of <see cref="Range"/>.</exception>
    public Instant? NextOpening(Instant after)
    {
        var time = Within(after);
        var at = _index.FirstEndingAfter(time);
        at += _index.Has(at) && _index.StartOf(at) <= time ? 1 : 0;
        return _index.Has(at) ? Microseconds.ToInstant(_index.StartOf(at)) : null;
    }

    /// <summary>Finds the next instant at which it is not open for every target after it was (S-46).</summary>
    /// <param name="after">The instant after which to look; cut to the microsecond.</param>
    /// <returns>The instant; null when none comes before the end of <see cref="Range"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is outside of <see cref="Range"/>.</exception>
    public Instant? NextClosing(Instant after)
    {
        var at = _index.FirstEndingAfter(Within(after));
        return _index.Has(at) && _index.EndOf(at) < _until ? Microseconds.ToInstant(_index.EndOf(at)) : null;
    }

    /// <summary>Knows more: what is known already is kept, and only the rest is worked out.</summary>
    /// <param name="until">The new end of the range.</param>
    /// <returns>A compiled calendar with the wider range; this one when it already reaches so far.</returns>
    public CompiledCalendar ExtendedTo(Instant until)
    {
        if (until <= Range.End || Slot.Between(Range.End, until) is not { } rest)
        {
            return this;
        }

        return new CompiledCalendar(Calendar, Question, new Slot(Range.Start, until), Open.Union(Calendar.OpenWithin(rest, Question)));
    }

    /// <summary>The calendar, the range, and how much of it is open.</summary>
    /// <returns>For example <c>main@3#0f3a5c77b2d1 in [2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z): 52 openings</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Calendar} in {Range}: {Open.Count} openings");

    internal static CompiledCalendar Of(ChangeCalendar calendar, CalendarQuestion question, Slot range) =>
        new(calendar, question, range, calendar.OpenWithin(range, question));

    private static long Needed(Duration length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);
        return Microseconds.Of(length) + (Microseconds.AreAllOf(length) ? 0 : 1);
    }

    private long Within(Instant instant)
    {
        var time = Microseconds.Of(instant);
        return _from <= time && time < _until
            ? time
            : throw new ArgumentOutOfRangeException(nameof(instant), instant, $"The calendar is compiled for {Range} only; extend it.");
    }
}
