using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The days of one year that are other than their weekday says.</summary>
internal sealed class BusinessYear
{
    private readonly BusinessHours _hours;
    private readonly ILookup<LocalDate, Occasion> _holidays;
    private readonly ILookup<LocalDate, AlteredDay> _altered;
    private readonly ILookup<LocalDate, SpecialDay> _special;

    public BusinessYear(BusinessHours hours, int year)
    {
        _hours = hours;
        _holidays = new ObservedDays(day => !hours.IsWorkedByWeek(day)).Around(year, hours.Holidays, holiday => holiday, isEachApart: true);
        var off = new ObservedDays(IsOff);
        _altered = off.Around(year, hours.AlteredDays, altered => altered.Occasion, isEachApart: false);
        _special = off.Around(year, hours.SpecialDays, special => special.Occasion, isEachApart: false);
        Holidays = _holidays.Select(group => group.Key).Where(day => day.Year == year && !_special.Contains(day)).Order().ToValueList();
    }

    /// <summary>The holidays that are observed, each once, in order.</summary>
    public ValueList<LocalDate> Holidays { get; }

    public DayPlan On(LocalDate day) => (_special[day].FirstOrDefault(), _holidays.Contains(day)) switch
    {
        ({ } special, _) => new DayPlan(day, On(day, special.Hours), [special.Occasion.Title], IsHoliday: false),
        (_, true) => new DayPlan(day, [], Titles(_holidays[day]), IsHoliday: true),
        _ => Ordinary(day),
    };

    private DayPlan Ordinary(LocalDate day)
    {
        var stretches = On(day, _hours.WeekOn(day)?.On(day.DayOfWeek) ?? []);
        var altered = stretches.Count > 0 ? _altered[day].ToList() : [];
        return new DayPlan(
            day,
            altered.Aggregate(stretches, (so, alteration) => alteration.Alter(so)),
            altered.Count > 0 ? Titles(altered.Select(alteration => alteration.Occasion)) : [],
            IsHoliday: false);
    }

    private bool IsOff(LocalDate day) => !_hours.IsWorkedByWeek(day) || _holidays.Contains(day);

    private static IReadOnlyList<LocalStretch> On(LocalDate day, ValueList<WorkingHours> hours) => hours.Count == 0 ? [] : [.. hours.Select(one => one.On(day))];

    private static ValueList<string> Titles(IEnumerable<Occasion> occasions) => occasions.Select(occasion => occasion.Title).Distinct().ToValueList();
}
