using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>When a region works: its weeks over the years, its holidays, and its days with other hours. What a business calendar is defined by.</summary>
/// <remarks>It may be made wrong; what is wrong is found, all at once, when a business calendar is defined.</remarks>
public sealed record BusinessHours
{
    /// <summary>Takes the zone and the weeks.</summary>
    /// <param name="zone">The IANA zone whose wall clock the hours follow (S-41); compared ordinally.</param>
    /// <param name="weeks">The working weeks, in any order, each valid from a day of its own.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public BusinessHours(string zone, params ReadOnlySpan<WorkingWeek> weeks)
    {
        ArgumentNullException.ThrowIfNull(zone);
        (Zone, Weeks) = (zone, weeks.ToArray().Select(week => week ?? throw new ArgumentNullException(nameof(weeks))).ToValueList());
    }

    /// <summary>The IANA zone whose wall clock the hours follow.</summary>
    public string Zone { get; }

    /// <summary>The working weeks, each valid until the next begins. Before the first, nothing is worked.</summary>
    public ValueList<WorkingWeek> Weeks { get; internal init; }

    /// <summary>The holidays; nothing is worked on them.</summary>
    public ValueList<Occasion> Holidays { get; init; } = [];

    /// <summary>Days that open or close at another time. Where several are about one day, all hold, in this order.</summary>
    public ValueList<AlteredDay> AlteredDays { get; init; } = [];

    /// <summary>Days that are worked at hours of their own, holidays or not. Where several are about one day, the first holds.</summary>
    public ValueList<SpecialDay> SpecialDays { get; init; } = [];

    /// <summary>Every occasion, by its place.</summary>
    internal IEnumerable<(string Place, Occasion Occasion)> Occasions => Holidays.Select((holiday, at) => (At("holidays", at), holiday))
        .Concat(AlteredDays.Select((altered, at) => (At("alteredDays", at, ".when"), altered.Occasion)))
        .Concat(SpecialDays.Select((special, at) => (At("specialDays", at, ".when"), special.Occasion)));

    internal static string At(string list, int at, string member = "") => FormattableString.Invariant($"{list}[{at}]{member}");

    /// <summary>The week that is valid on a day; null before the first.</summary>
    internal WorkingWeek? WeekOn(LocalDate day) => Weeks.LastOrDefault(week => week.ValidFrom is not { } from || from <= day);

    internal bool IsWorkedByWeek(LocalDate day) => WeekOn(day)?.On(day.DayOfWeek).Count > 0;

    /// <summary>The same, in its one form.</summary>
    internal BusinessHours Normalized() => this with
    {
        Weeks = Weeks.Select(week => week.Normalized()).OrderBy(week => week.ValidFrom ?? LocalDate.MinIsoValue).ToValueList(),
    };

    internal void WriteTo(CanonicalText text)
    {
        text.Field("zone", Zone);
        foreach (var week in Weeks)
        {
            week.WriteTo(text);
        }

        foreach (var holiday in Holidays)
        {
            holiday.WriteTo(text.Field("holiday", string.Empty));
        }

        foreach (var altered in AlteredDays)
        {
            altered.Occasion.WriteTo(text.Field("altered", $"{BusinessText.Show(altered.OpensAt)} {BusinessText.Show(altered.ClosesAt)}"));
        }

        foreach (var special in SpecialDays)
        {
            special.Occasion.WriteTo(text.Field("special", string.Empty).Hours(special.Hours));
        }
    }
}
