using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Hours of a business calendar, sound and otherwise random.</summary>
internal sealed class RandomHours(int seed)
{
    private readonly Random _random = new(seed);

    public BusinessHours Make() => new("Europe/London", [.. Enumerable.Range(0, _random.Next(1, 4)).Select(Week)])
    {
        Holidays = [.. Enumerable.Range(0, _random.Next(6)).Select(at => Occasion($"Holiday {at}"))],
        AlteredDays = [.. Enumerable.Range(0, _random.Next(3)).Select(at => Altered($"Altered {at}"))],
        SpecialDays = [.. Enumerable.Range(0, _random.Next(3)).Select(at => new SpecialDay(Occasion($"Special {at}"), Hours()))],
    };

    private WorkingWeek Week(int at)
    {
        var days = Enumerable.Range(1, 7).Where(_ => _random.Next(3) > 0).OrderBy(_ => _random.Next());
        return days.Aggregate(new WorkingWeek([]), (week, day) => week.And((IsoDayOfWeek)day, Hours())) with { ValidFrom = at == 0 ? null : new LocalDate(2000 + (10 * at), 1 + _random.Next(12), 1 + _random.Next(28)) };
    }

    private WorkingHours[] Hours() => _random.Next(3) switch
    {
        0 => [new WorkingHours(new LocalTime(9, 0), new LocalTime(17, 30))],
        1 => [new WorkingHours(new LocalTime(9, 0), new LocalTime(12, 0)), new WorkingHours(new LocalTime(13, 0, 30), new LocalTime(18, 0))],
        _ => [new WorkingHours(new LocalTime(20, 0), new LocalTime(4, 0)) { StartsDayBefore = seed % 2 == 0 }],
    };

    private Occasion Occasion(string title) => _random.Next(4) == 0 ? Listed(title) : Yearly(title);

    private ListedOccasion Listed(string title) =>
        Domain.Calendars.Occasion.OnDates(title, [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => new LocalDate(_random.Next(1990, 2040), _random.Next(1, 13), _random.Next(1, 29)))]);

    private YearlyOccasion Yearly(string title) => Domain.Calendars.Occasion.Yearly(title, Day()) with
    {
        Observance = (Observance)_random.Next(7),
        FromYear = _random.Next(2) == 0 ? null : _random.Next(1900, 2000),
        UntilYear = _random.Next(2) == 0 ? null : _random.Next(2020, 2100),
        ExceptYears = _random.Next(2) == 0 ? [] : [2011, 2003],
    };

    private AnnualDay Day() => _random.Next(5) switch
    {
        0 => AnnualDay.On(_random.Next(1, 13), _random.Next(1, 29)),
        1 => AnnualDay.Nth(NthWeekday.Nth(_random.Next(2) == 0 ? _random.Next(1, 6) : -_random.Next(1, 6), Weekday()), _random.Next(1, 13)),
        2 => _random.Next(2) == 0 ? AnnualDay.OnOrAfter(Weekday(), 2, 29) : AnnualDay.OnOrBefore(Weekday(), 5, 24),
        3 => _random.Next(2) == 0 ? AnnualDay.WesternEaster(_random.Next(-50, 60)) : AnnualDay.OrthodoxEaster(_random.Next(-50, 60)),
        _ => AnnualDay.On(3, 1).PlusDays(_random.Next(-100, 100)),
    };

    private AlteredDay Altered(string title) => new(Occasion(title))
    {
        OpensAt = _random.Next(2) == 0 ? null : new LocalTime(10, _random.Next(60)),
        ClosesAt = new LocalTime(15, _random.Next(60)),
    };

    private IsoDayOfWeek Weekday() => (IsoDayOfWeek)_random.Next(1, 8);
}
