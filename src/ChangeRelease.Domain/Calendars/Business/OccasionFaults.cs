using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What is wrong with one occasion.</summary>
internal static class OccasionFaults
{
    private const int FirstYear = 1;
    private const int LastYear = 8999;

    /// <summary>In so many years of the Gregorian calendar everything happens that ever does, Easter on its rarest day left out.</summary>
    private const int YearsLookedAt = 400;

    public static IEnumerable<BusinessFault> Of(Occasion occasion, string place) => Title(occasion, place).Concat(occasion switch
    {
        ListedOccasion listed => Listed(listed, place),
        YearlyOccasion yearly => Yearly(yearly, place),
        _ => [],
    });

    private static IEnumerable<BusinessFault> Title(Occasion occasion, string place) => Text.IsBlank(occasion.Title)
        ? [new("calendar.occasion.untitled", place, "The occasion has no title.", "Give it the name that people know it by")]
        : [];

    private static IEnumerable<BusinessFault> Listed(ListedOccasion occasion, string place) => occasion.Dates.Count switch
    {
        0 => [new("calendar.occasion.no-dates", place, $"'{occasion.Title}' is on no date.", "List its dates, or take it out")],
        _ when !occasion.Dates.All(date => LocalBounds.Holds(date.AtMidnight())) => [OutOfRange(occasion, place)],
        _ => [],
    };

    private static List<BusinessFault> Yearly(YearlyOccasion occasion, string place)
    {
        var faults = new[] { Day(occasion, place), Observance(occasion, place), Years(occasion, place), Weekdays(occasion, place) }.OfType<BusinessFault>().ToList();
        return faults.Count > 0 || Occurs(occasion)
            ? faults
            : [new("calendar.occasion.never", place, $"'{occasion.Title}' never occurs in the years and on the weekdays that are stated.", "State years and weekdays on which it falls, or take it out")];
    }

    private static BusinessFault? Day(YearlyOccasion occasion, string place) => occasion.Day.Problem is not { } problem
        ? null
        : new("calendar.occasion.no-such-day", place, problem, "State a day that at least some years have");

    private static BusinessFault? Observance(YearlyOccasion occasion, string place) => Enum.IsDefined(occasion.Observance)
        ? null
        : new("calendar.occasion.unknown-observance", place, $"There is no observance {occasion.Observance}.", "Name one that there is");

    private static BusinessFault? Years(YearlyOccasion occasion, string place) => occasion switch
    {
        _ when !Holds(occasion.FromYear) || !Holds(occasion.UntilYear) || !occasion.ExceptYears.All(year => Holds(year)) => OutOfRange(occasion, place),
        _ when occasion.UntilYear < occasion.FromYear => new(
            "calendar.occasion.years-empty",
            place,
            FormattableString.Invariant($"'{occasion.Title}' is from {occasion.FromYear} until {occasion.UntilYear}, which is no year."),
            "Let it last until the same year or a later one; that year itself is inside"),
        _ => null,
    };

    private static BusinessFault? Weekdays(YearlyOccasion occasion, string place) => occasion.OnlyOn.All(day => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday)
        ? null
        : new("calendar.occasion.unknown-weekday", place, $"'{occasion.Title}' is only on {occasion.OnlyOn}, not all of which are weekdays.", "Name weekdays from Monday to Sunday");

    private static bool Occurs(YearlyOccasion occasion)
    {
        var from = occasion.FromYear ?? Math.Max(FirstYear, (occasion.UntilYear ?? LastYear) - YearsLookedAt);
        return Enumerable.Range(from, YearsLookedAt).Any(year => occasion.Falling(year).Any());
    }

    private static bool Holds(int? year) => year is null or (>= FirstYear and <= LastYear);

    private static BusinessFault OutOfRange(Occasion occasion, string place) =>
        new("calendar.occasion.out-of-range", place, $"'{occasion.Title}' leaves the years 1 to 8999.", "State years within these");
}
