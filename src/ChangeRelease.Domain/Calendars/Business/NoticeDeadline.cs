using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Until when notice of a start is kept, by a business calendar.</summary>
public sealed record NoticeDeadline
{
    private readonly BusinessCalendar _calendar;

    internal NoticeDeadline(BusinessCalendar calendar, NoticePeriod period, Instant start)
    {
        (_calendar, Period, Start) = (calendar, period, start.ToMicroseconds());
        var found = period.Latest(calendar, Start);
        (Latest, SearchedUntil) = (found.At, found.SearchedUntil);
    }

    /// <summary>How long before the start.</summary>
    public NoticePeriod Period { get; }

    /// <summary>The start.</summary>
    public Instant Start { get; }

    /// <summary>The latest instant of notice; at it notice is kept, later it is not. Null when the search for it met its bound: then no instant keeps it.</summary>
    public Instant? Latest { get; }

    /// <summary>How far back was looked; the latest instant itself when there is one.</summary>
    public Instant SearchedUntil { get; }

    /// <summary>Whether the search met its bound: the calendar works too little for the period (S-44).</summary>
    public bool ReachedBound => Latest is null;

    /// <summary>The deadline in a sentence, with the holidays that lie between.</summary>
    public string Sentence => Latest is { } latest
        ? $"Notice of {Period} before {_calendar.Show(Start)} is kept until {_calendar.Show(latest)}{Between(latest)}."
        : $"Notice of {Period} before {_calendar.Show(Start)} cannot be kept: {_calendar.Id} does not work so much since {_calendar.Show(SearchedUntil)}.";

    /// <summary>Whether notice at an instant keeps the period.</summary>
    /// <param name="given">The instant of notice.</param>
    /// <returns>True until the latest instant, itself included.</returns>
    public bool IsKeptBy(Instant given) => given.ToMicroseconds() <= Latest;

    /// <summary>Says whether notice at an instant keeps the period, and why.</summary>
    /// <param name="given">The instant of notice.</param>
    /// <returns>The answer, and <see cref="Sentence"/>.</returns>
    public string Explain(Instant given)
    {
        var late = Latest is { } latest && given.ToMicroseconds() > latest ? $", {(given.ToMicroseconds() - latest).ToText()} too late" : string.Empty;
        return $"Notice at {_calendar.Show(given)} {(IsKeptBy(given) ? "is in time" : $"is not in time{late}")}. {Sentence}";
    }

    /// <summary>The deadline for people.</summary>
    /// <returns><see cref="Sentence"/>.</returns>
    public override string ToString() => Sentence;

    private string Between(Instant latest)
    {
        if (Period is NoticePeriod.ElapsedNotice)
        {
            return string.Empty;
        }

        var off = _calendar.HolidaysBetween(_calendar.DayOf(latest), _calendar.DayOf(Start));
        return off.Count > 0 ? $"; {string.Join(" and ", off.Select(day => $"{CanonicalText.Show(day.Date)} ({string.Join(", ", day.Occasions)})"))} {(off.Count == 1 ? "is" : "are")} not worked" : string.Empty;
    }
}
