using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Easter Sunday, as a date of the ISO calendar.</summary>
internal static class Easter
{
    /// <summary>The Gregorian reckoning, by the arithmetic that was published anonymously in Nature in 1876.</summary>
    public static LocalDate Western(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * late) + 114;
        return new LocalDate(year, day / 31, (day % 31) + 1);
    }

    /// <summary>The Julian reckoning, by the arithmetic of Meeus.</summary>
    public static LocalDate Orthodox(int year)
    {
        var moon = ((19 * (year % 19)) + 15) % 30;
        var day = moon + (((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7) + 114;
        return new LocalDate(year, day / 31, (day % 31) + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }
}
