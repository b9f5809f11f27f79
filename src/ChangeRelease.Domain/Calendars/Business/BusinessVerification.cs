using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Everything that is wrong with the hours of a business calendar, found at once.</summary>
internal static class BusinessVerification
{
    private const int MostWeeks = 1_000;
    private const int MostOccasions = 10_000;
    private const int MostDates = 100_000;

    public static IEnumerable<BusinessFault> Of(BusinessHours hours, IDateTimeZoneProvider zones) =>
        IsTooMuch(hours) is { } fault ? [fault] : Zone(hours, zones)
            .Concat(Weeks(hours))
            .Concat(hours.Holidays.SelectMany((holiday, at) => OccasionFaults.Of(holiday, BusinessHours.At("holidays", at))))
            .Concat(hours.AlteredDays.SelectMany((altered, at) => Altered(altered, BusinessHours.At("alteredDays", at))))
            .Concat(hours.SpecialDays.SelectMany((special, at) => Special(special, BusinessHours.At("specialDays", at))));

    private static BusinessFault? IsTooMuch(BusinessHours hours)
    {
        var occasions = hours.Occasions.ToList();
        var dates = occasions.Sum(one => one.Occasion is ListedOccasion listed ? listed.Dates.Count : 0);
        return hours.Weeks.Count <= MostWeeks && occasions.Count <= MostOccasions && dates <= MostDates
            ? null
            : new BusinessFault(
                "calendar.business.too-much",
                "weeks",
                FormattableString.Invariant($"There are {hours.Weeks.Count} weeks, {occasions.Count} occasions and {dates} dates; {MostWeeks}, {MostOccasions} and {MostDates} are the most."),
                "Take some out");
    }

    private static IEnumerable<BusinessFault> Zone(BusinessHours hours, IDateTimeZoneProvider zones) => zones.Ids.Contains(hours.Zone, StringComparer.Ordinal)
        ? []
        : [new("calendar.zone.unknown", "zone", $"There is no time zone '{hours.Zone}'.", "Name an IANA zone, such as 'Europe/London', in exactly that case")];

    private static IEnumerable<BusinessFault> Weeks(BusinessHours hours)
    {
        if (hours.Weeks.Count == 0)
        {
            return [new("calendar.week.missing", "weeks", "There is no working week.", "State the weekdays that are worked, and their hours")];
        }

        var twins = hours.Weeks.Index().GroupBy(week => week.Item.ValidFrom?.WithCalendar(CalendarSystem.Iso)).SelectMany(group => group.Skip(1)).Select(week => new BusinessFault(
            "calendar.week.twice",
            BusinessHours.At("weeks", week.Index),
            $"Another week is valid from {(week.Item.ValidFrom is null ? "the beginning" : CanonicalText.Show(week.Item.ValidFrom))}, too.",
            "Keep one of them, or let one be valid from a later day"));
        return twins.Concat(hours.Weeks.SelectMany((week, at) => WeekFaults.Of(week, BusinessHours.At("weeks", at))));
    }

    private static IEnumerable<BusinessFault> Altered(AlteredDay altered, string place)
    {
        var occasion = OccasionFaults.Of(altered.Occasion, $"{place}.when");
        return altered.OpensAt is null && altered.ClosesAt is null
            ? occasion.Append(new("calendar.alteration.missing", place, "The day neither opens nor closes at another time.", "State when it opens or closes, or take it out"))
            : occasion;
    }

    private static IEnumerable<BusinessFault> Special(SpecialDay special, string place) =>
        OccasionFaults.Of(special.Occasion, $"{place}.when").Concat(WeekFaults.OfHours(special.Hours, $"{place}.hours"));
}
