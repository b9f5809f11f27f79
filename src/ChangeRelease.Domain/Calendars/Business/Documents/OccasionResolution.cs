using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Makes occasions of their entries.</summary>
internal sealed class OccasionResolution(BusinessTexts texts)
{
    public static ValueList<IsoDayOfWeek> Days(IReadOnlyList<WeekdayName>? names) => (names ?? []).Select(name => (IsoDayOfWeek)name).ToValueList();

    public Occasion Occasion(OccasionEntry entry, string place)
    {
        texts.Step();
        if (Kinds(entry) != 1)
        {
            return texts.Unfit(
                Yearly(entry, AnnualDay.On(1, 1)),
                place,
                place,
                "occasion-not-one",
                "An occasion is one of yearly, nthWeekday, onOrAfter, onOrBefore, westernEaster, orthodoxEaster and dates. Write exactly one of them.");
        }

        return entry.Dates is { } dates
            ? Listed(entry, dates, place)
            : Yearly(entry, Shifted(Day(entry, place), entry, place));
    }

    private static int Kinds(OccasionEntry entry) =>
        new object?[] { entry.Yearly, entry.NthWeekday, entry.OnOrAfter, entry.OnOrBefore, entry.WesternEaster, entry.OrthodoxEaster, entry.Dates }.Count(kind => kind is not null);

    private ListedOccasion Listed(OccasionEntry entry, IReadOnlyList<string> dates, string place)
    {
        if (new object?[] { entry.PlusDays, entry.Observed, entry.OnlyOn, entry.FromYear, entry.UntilYear, entry.ExceptYears }.Any(member => member is not null))
        {
            texts.Unfit(place, place, place, "occasion-astray", "Dates are observed as they are written; plusDays, observed, onlyOn, fromYear, untilYear and exceptYears are for rules. Take them out.");
        }

        return Calendars.Occasion.OnDates(entry.Title, [.. dates.Select((date, at) => texts.Date(date, BusinessHours.At($"{place}.dates", at), place))]);
    }

    private static YearlyOccasion Yearly(OccasionEntry entry, AnnualDay day) => Calendars.Occasion.Yearly(entry.Title, day) with
    {
        Observance = entry.Observed ?? Observance.AsItFalls,
        OnlyOn = Days(entry.OnlyOn),
        FromYear = entry.FromYear,
        UntilYear = entry.UntilYear,
        ExceptYears = (entry.ExceptYears ?? []).ToValueList(),
    };

    private AnnualDay Shifted(AnnualDay day, OccasionEntry entry, string place)
    {
        if (entry.PlusDays is null)
        {
            return day;
        }

        return day is AnnualDay.EasterDay
            ? texts.Unfit(day, $"{place}.plusDays", place, "occasion-astray", "Days from Easter are counted already. Write them in one number.")
            : day.PlusDays(entry.PlusDays.Value);
    }

    private AnnualDay Day(OccasionEntry entry, string place) => entry switch
    {
        { Yearly: { } text } => On(text, $"{place}.yearly", place),
        { NthWeekday: { } nth } => Nth(nth, place),
        { OnOrAfter: { } near } => Near(near, $"{place}.onOrAfter", place, AnnualDay.OnOrAfter),
        { OnOrBefore: { } near } => Near(near, $"{place}.onOrBefore", place, AnnualDay.OnOrBefore),
        { WesternEaster: { } days } => AnnualDay.WesternEaster(days),
        _ => AnnualDay.OrthodoxEaster(entry.OrthodoxEaster!.Value),
    };

    private AnnualDay On(string text, string path, string place)
    {
        var day = texts.Day(text, path, place);
        return AnnualDay.On(day.Month, day.Day);
    }

    private AnnualDay Nth(NthWeekdayEntry entry, string place) => entry.Nth is >= -5 and <= 5 and not 0
        ? AnnualDay.Nth(NthWeekday.Nth(entry.Nth, (IsoDayOfWeek)entry.Weekday), entry.Month)
        : texts.Unfit(AnnualDay.On(1, 1), $"{place}.nthWeekday.nth", place, "occasion-unfit", "A weekday of a month is the first (1) to the fifth (5), or the last (-1) to the fifth last (-5). Write one of these.");

    private AnnualDay Near(NearbyWeekdayEntry entry, string path, string place, Func<IsoDayOfWeek, int, int, AnnualDay> make)
    {
        var day = texts.Day(entry.Day, $"{path}.day", place);
        return make((IsoDayOfWeek)entry.Weekday, day.Month, day.Day);
    }
}
