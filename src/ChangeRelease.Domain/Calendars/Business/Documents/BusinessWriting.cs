using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Makes the model of a document from a business calendar.</summary>
internal static class BusinessWriting
{
    public static BusinessCalendarEntry Entry(BusinessCalendar calendar) => new()
    {
        Format = BusinessCalendarDocument.Format,
        Id = calendar.Id.Value,
        Version = calendar.Version,
        Zone = calendar.Zone,
        Weeks = [.. calendar.Hours.Weeks.Select(Entry)],
        Holidays = Listed(calendar.Hours.Holidays, Entry),
        AlteredDays = Listed(calendar.Hours.AlteredDays, altered => new AlteredDayEntry { When = Entry(altered.Occasion), OpensAt = Show(altered.OpensAt), ClosesAt = Show(altered.ClosesAt) }),
        SpecialDays = Listed(calendar.Hours.SpecialDays, special => new SpecialDayEntry { When = Entry(special.Occasion), Hours = Entries(special.Hours) }),
    };

    private static IReadOnlyList<TEntry>? Listed<T, TEntry>(ValueList<T> items, Func<T, TEntry> entry) => items.Count == 0 ? null : [.. items.Select(entry)];

    private static WorkingWeekEntry Entry(WorkingWeek week) => new()
    {
        ValidFrom = week.ValidFrom is { } from ? LocalDatePattern.Iso.Format(from) : null,
        Days = [.. week.Days.Select(days => new WorkingDaysEntry { On = Names(days.Days), Hours = Entries(days.Hours) })],
    };

    private static IReadOnlyList<HoursEntry> Entries(ValueList<WorkingHours> hours) =>
        [.. hours.Select(one => new HoursEntry { From = LocalText.Show(one.From), To = LocalText.Show(one.To), StartsDayBefore = one.StartsDayBefore ? true : null })];

    private static OccasionEntry Entry(Occasion occasion) => occasion switch
    {
        YearlyOccasion yearly => Entry(yearly),
        ListedOccasion listed => new() { Title = listed.Title, Dates = [.. listed.Dates.Select(LocalDatePattern.Iso.Format)] },
        _ => throw new InvalidOperationException($"{occasion} is of a kind that documents do not have."),
    };

    private static OccasionEntry Entry(YearlyOccasion yearly) => On(yearly.Day, new OccasionEntry
    {
        Title = yearly.Title,
        Observed = yearly.Observance == Observance.AsItFalls ? null : yearly.Observance,
        OnlyOn = yearly.OnlyOn.Count == 0 ? null : Names(yearly.OnlyOn),
        FromYear = yearly.FromYear,
        UntilYear = yearly.UntilYear,
        ExceptYears = yearly.ExceptYears.Count == 0 ? null : [.. yearly.ExceptYears.Distinct().Order()],
    });

    private static OccasionEntry On(AnnualDay day, OccasionEntry entry) => day switch
    {
        AnnualDay.FixedDay it => entry with { Yearly = Show(it) },
        AnnualDay.CountedDay it => entry with { NthWeekday = new() { Nth = it.Weekday.Ordinal, Weekday = (WeekdayName)it.Weekday.Day, Month = it.Month } },
        AnnualDay.NearbyDay { IsAfter: true } it => entry with { OnOrAfter = Entry(it) },
        AnnualDay.NearbyDay it => entry with { OnOrBefore = Entry(it) },
        AnnualDay.EasterDay { IsOrthodox: true } it => entry with { OrthodoxEaster = it.Days },
        AnnualDay.EasterDay it => entry with { WesternEaster = it.Days },
        AnnualDay.ShiftedDay it => On(it.Of, entry) with { PlusDays = it.Days },
        _ => throw new InvalidOperationException($"{day} is of a kind that documents do not have."),
    };

    private static NearbyWeekdayEntry Entry(AnnualDay.NearbyDay day) => new() { Weekday = (WeekdayName)day.Weekday, Day = Show(day.Day) };

    private static string Show(AnnualDay.FixedDay day) => AnnualDatePattern.Iso.Format(new AnnualDate(day.Month, day.Day));

    private static IReadOnlyList<WeekdayName> Names(IEnumerable<IsoDayOfWeek> days) => [.. days.Distinct().Order().Select(day => (WeekdayName)day)];

    private static string? Show(LocalTime? time) => time is { } known ? LocalText.Show(known) : null;
}
