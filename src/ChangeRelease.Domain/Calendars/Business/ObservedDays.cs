using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Finds the days on which occasions are observed.</summary>
/// <param name="isOff">Whether something that falls on a day has to move from it.</param>
internal sealed class ObservedDays(Func<LocalDate, bool> isOff)
{
    private const int FarthestDays = 31;

    /// <summary>The observed days of a year and of its neighbors, with what is observed. Days move over the turn of a year, so that one more on each side is looked at.</summary>
    /// <param name="year">The year.</param>
    /// <param name="items">What is observed.</param>
    /// <param name="occasionOf">When.</param>
    /// <param name="isEachApart">Whether what moves goes only where nothing else is.</param>
    public ILookup<LocalDate, T> Around<T>(int year, IReadOnlyList<T> items, Func<T, Occasion> occasionOf, bool isEachApart)
    {
        var falling = from at in Enumerable.Range(year - 2, 5)
                      from item in items
                      from day in occasionOf(item).Falling(at)
                      select (Day: day, Item: item, Direction: Direction(occasionOf(item).Moves, day), Goal: Exact(occasionOf(item).Moves, day));
        var ways = falling.ToLookup(one => one.Direction != 0 && isOff(one.Day));
        var observed = ways[false].Select(one => (Day: one.Goal, one.Item)).ToList();
        var taken = isEachApart ? observed.Select(one => one.Day).ToHashSet() : [];
        foreach (var one in ways[true].OrderBy(one => one.Day))
        {
            var day = Free(one.Day, one.Direction, taken);
            observed.Add((day, one.Item));
            if (isEachApart)
            {
                taken.Add(day);
            }
        }

        return observed.Where(one => Math.Abs(one.Day.Year - year) <= 1).ToLookup(one => one.Day, one => one.Item);
    }

    private LocalDate Free(LocalDate from, int direction, HashSet<LocalDate> taken)
    {
        var days = Enumerable.Range(1, FarthestDays).Select(days => from.PlusDays(direction * days));
        return days.FirstOrDefault(day => !isOff(day) && !taken.Contains(day), from);
    }

    private static int Direction(Observance observance, LocalDate day) => observance switch
    {
        Observance.NextWorkday => 1,
        Observance.PreviousWorkday => -1,
        Observance.SundayToNextWorkday when day.DayOfWeek == IsoDayOfWeek.Sunday => 1,
        _ => 0,
    };

    private static LocalDate Exact(Observance observance, LocalDate day) => (observance, day.DayOfWeek) switch
    {
        (Observance.SaturdayToFriday or Observance.NearestWeekday, IsoDayOfWeek.Saturday) => day.PlusDays(-1),
        (Observance.SundayToMonday or Observance.NearestWeekday, IsoDayOfWeek.Sunday) => day.PlusDays(1),
        _ => day,
    };
}
