using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What is wrong with one working week, or with the hours of a day.</summary>
internal static class WeekFaults
{
    private const int MostStretches = 48;

    // A Monday, so that every weekday of the week and of the next has a date.
    private static readonly LocalDate _monday = new(2024, 1, 1);

    public static IEnumerable<BusinessFault> Of(WorkingWeek week, string place)
    {
        var groups = week.Days.Index().ToList();
        var days = groups.SelectMany(group => group.Item.Days.Select(day => (group.Index, Day: day))).ToList();
        return ValidFrom(week, place)
            .Concat(groups.Where(group => group.Item.Days.Count == 0).Select(group => NoDay(At(place, group.Index))))
            .Concat(days.Where(one => !IsDay(one.Day)).Select(one => Unknown(At(place, one.Index), one.Day)))
            .Concat(days.GroupBy(one => one.Day).SelectMany(twins => twins.Skip(1)).Select(one => Twice(At(place, one.Index), one.Day)))
            .Concat(groups.SelectMany(group => OfHours(group.Item.Hours, $"{At(place, group.Index)}.hours")))
            .Concat(RunsIntoNext(week, place));
    }

    public static IEnumerable<BusinessFault> OfHours(ValueList<WorkingHours> hours, string place)
    {
        var stretches = hours.Select(one => one.On(_monday)).ToList();
        return hours.Count switch
        {
            0 => [new("calendar.hours.missing", place, "The day has no hours.", "State when it is worked, or leave the day out")],
            > MostStretches => [new("calendar.hours.too-many", place, FormattableString.Invariant($"The day has {hours.Count} stretches; {MostStretches} are the most."), "Join some")],
            _ when stretches.Zip(stretches.Skip(1)).Any(pair => pair.Second.Start <= pair.First.End) =>
                [new("calendar.hours.out-of-order", place, $"The hours {hours} overlap, touch or are out of order.", "State them in order, with a break between them")],
            _ => [],
        };
    }

    private static IEnumerable<BusinessFault> ValidFrom(WorkingWeek week, string place) => week.ValidFrom is { } from && !LocalBounds.Holds(from.WithCalendar(CalendarSystem.Iso).AtMidnight())
        ? [new("calendar.week.out-of-range", place, $"The week is valid from {CanonicalText.Show(from)}, which leaves the years 1 to 8999.", "State a day within these years, or none")]
        : [];

    /// <summary>Hours that run past midnight end before those of the next day begin; of Sunday, the next Monday.</summary>
    private static IEnumerable<BusinessFault> RunsIntoNext(WorkingWeek week, string place) =>
        from at in Enumerable.Range(0, 7)
        let day = _monday.PlusDays(at)
        let hours = week.On(day.DayOfWeek)
        let next = week.On(day.PlusDays(1).DayOfWeek)
        where hours.Count > 0 && next.Count > 0 && next[0].On(day.PlusDays(1)).Start < hours[^1].On(day).End
        select new BusinessFault(
            "calendar.hours.overlapping",
            place,
            $"The hours of {day.DayOfWeek}, {hours}, run into those of the day after, {next}.",
            "Let one end before the other begins");

    private static bool IsDay(IsoDayOfWeek day) => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday;

    private static string At(string place, int group) => FormattableString.Invariant($"{place}.days[{group}]");

    private static BusinessFault NoDay(string place) => new("calendar.week.no-weekdays", place, "Hours are stated for no day.", "Name the weekdays");

    private static BusinessFault Unknown(string place, IsoDayOfWeek day) =>
        new("calendar.week.unknown-weekday", place, $"There is no weekday {day}.", "Name weekdays from Monday to Sunday");

    private static BusinessFault Twice(string place, IsoDayOfWeek day) =>
        new("calendar.week.day-twice", place, $"The hours of {day} are stated twice.", "State all hours of a weekday in one place");
}
