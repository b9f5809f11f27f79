using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Something with a name that makes days other than their weekday says: by a rule for every year, or as a list of dates.</summary>
/// <remarks>It may be made wrong; what is wrong is found, all at once, when a business calendar is defined.</remarks>
public abstract record Occasion
{
    private protected Occasion(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        Title = Text.Canonical(title, nameof(title));
    }

    /// <summary>The name for people, in Unicode normal form C.</summary>
    public string Title { get; }

    /// <summary>Every year on one day; say with <c>with</c> where it is observed, and in which years.</summary>
    /// <param name="title">The name for people.</param>
    /// <param name="day">The day of the year.</param>
    /// <returns>The occasion.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> holds half a surrogate pair.</exception>
    public static YearlyOccasion Yearly(string title, AnnualDay day) => new(title, day);

    /// <summary>On certain dates.</summary>
    /// <param name="title">The name for people.</param>
    /// <param name="dates">The dates, in any order.</param>
    /// <returns>The occasion.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> holds half a surrogate pair.</exception>
    public static ListedOccasion OnDates(string title, params ReadOnlySpan<LocalDate> dates) => new(title, dates.ToArray().ToValueList());

    /// <summary>The days on which it falls by the rule of one year; that of a rule may lie in the year before or after.</summary>
    internal abstract IEnumerable<LocalDate> Falling(int year);

    /// <summary>The first day and the last on which it may be observed; null where there is no end.</summary>
    internal abstract (LocalDate First, LocalDate? Last) Reach { get; }

    /// <summary>Where it is observed that falls on a day off.</summary>
    internal virtual Observance Moves => Observance.AsItFalls;

    internal virtual void WriteTo(CanonicalText text) => text.Field("title", Title);
}

/// <summary>An occasion of every year, by a rule.</summary>
public sealed record YearlyOccasion : Occasion
{
    internal YearlyOccasion(string title, AnnualDay day)
        : base(title)
    {
        ArgumentNullException.ThrowIfNull(day);
        Day = day;
    }

    /// <summary>The day of the year.</summary>
    public AnnualDay Day { get; }

    /// <summary>Where it is observed when it falls on a day off; ordinarily as it falls.</summary>
    public Observance Observance { get; init; }

    /// <summary>The first year; null when there is none.</summary>
    public int? FromYear { get; init; }

    /// <summary>The last year, itself included; null when there is none.</summary>
    public int? UntilYear { get; init; }

    /// <summary>Years between them in which it does not occur.</summary>
    public ValueList<int> ExceptYears { get; init; } = [];

    /// <summary>The weekdays on which it has to fall to occur; empty for any.</summary>
    public ValueList<IsoDayOfWeek> OnlyOn { get; init; } = [];

    internal override Observance Moves => Observance;

    internal override (LocalDate First, LocalDate? Last) Reach =>
        (FromYear is { } from and > 2 ? new LocalDate(from - 1, 1, 1) : LocalBounds.Earliest.Date, UntilYear is { } until ? new LocalDate(until + 1, 12, 31) : null);

    internal override IEnumerable<LocalDate> Falling(int year) =>
        year is >= 1 and < 9999 && !(year < FromYear) && !(year > UntilYear) && !ExceptYears.Contains(year)
            && Day.In(year) is { } day && (OnlyOn.Count == 0 || OnlyOn.Contains(day.DayOfWeek))
            ? [day]
            : [];

    internal override void WriteTo(CanonicalText text)
    {
        base.WriteTo(text);
        text.Field("day", Day.ToString())
            .Field("observed", Observance.ToString())
            .Field("from-year", CanonicalText.Show(FromYear))
            .Field("until-year", CanonicalText.Show(UntilYear))
            .Field("except-years", string.Join(' ', ExceptYears.Distinct().Order().Select(year => CanonicalText.Show(year))))
            .Field("only-on", string.Join(' ', OnlyOn.Distinct().Order()));
    }
}

/// <summary>An occasion on certain dates.</summary>
public sealed record ListedOccasion : Occasion
{
    internal ListedOccasion(string title, ValueList<LocalDate> dates)
        : base(title) => Dates = dates.Select(date => date.WithCalendar(CalendarSystem.Iso)).Distinct().Order().ToValueList();

    /// <summary>The dates, each once, in order.</summary>
    public ValueList<LocalDate> Dates { get; }

    internal override (LocalDate First, LocalDate? Last) Reach => (Dates[0], Dates[^1]);

    internal override IEnumerable<LocalDate> Falling(int year) => Dates.SkipWhile(date => date.Year < year).TakeWhile(date => date.Year == year);

    internal override void WriteTo(CanonicalText text)
    {
        base.WriteTo(text);
        text.Field("dates", string.Join(' ', Dates.Select(date => CanonicalText.Show(date))));
    }
}
