using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Makes a business calendar of the model of a document, and tells everything that keeps it from being one.</summary>
internal sealed class BusinessResolution(DocumentFaults faults, IDateTimeZoneProvider zones)
{
    public BusinessCalendar? Calendar(BusinessCalendarEntry entry)
    {
        var id = Id(entry.Id);
        if (entry.Version < 1)
        {
            faults.Fault("document.version-unfit", "$.version", "Versions count from 1. Write 1 or more.");
        }

        var texts = new BusinessTexts(faults);
        var hours = Hours(entry, texts);
        foreach (var fault in BusinessCalendar.Verify(hours, zones).Where(fault => !texts.IsUnfit(fault)))
        {
            faults.Add(fault.Code, $"$.{fault.Place}", $"{fault.Message} {fault.Remedy.Text}.");
        }

        return faults.Count > 0 ? null : BusinessCalendar.Define(id!, entry.Version, hours, zones);
    }

    private static BusinessHours Hours(BusinessCalendarEntry entry, BusinessTexts texts)
    {
        var occasions = new OccasionResolution(texts);
        return new(entry.Zone, [.. entry.Weeks.Select((week, at) => Week(week, BusinessHours.At("weeks", at), texts))])
        {
            Holidays = (entry.Holidays ?? []).Select((holiday, at) => occasions.Occasion(holiday, BusinessHours.At("holidays", at))).ToValueList(),
            AlteredDays = (entry.AlteredDays ?? []).Select((altered, at) => Altered(altered, BusinessHours.At("alteredDays", at), texts, occasions)).ToValueList(),
            SpecialDays = (entry.SpecialDays ?? []).Select((special, at) => Special(special, BusinessHours.At("specialDays", at), texts, occasions)).ToValueList(),
        };
    }

    private static WorkingWeek Week(WorkingWeekEntry entry, string place, BusinessTexts texts) => new(entry.Days
        .Select((days, at) => new WorkingDays(OccasionResolution.Days(days.On), texts.Hours(days.Hours, $"{BusinessHours.At($"{place}.days", at)}.hours")))
        .ToValueList())
    {
        ValidFrom = entry.ValidFrom is { } from ? texts.Date(from, $"{place}.validFrom", place) : null,
    };

    private static AlteredDay Altered(AlteredDayEntry entry, string place, BusinessTexts texts, OccasionResolution occasions) => new(occasions.Occasion(entry.When, $"{place}.when"))
    {
        OpensAt = entry.OpensAt is { } opens ? texts.Time(opens, $"{place}.opensAt", place) : null,
        ClosesAt = entry.ClosesAt is { } closes ? texts.Time(closes, $"{place}.closesAt", place) : null,
    };

    private static SpecialDay Special(SpecialDayEntry entry, string place, BusinessTexts texts, OccasionResolution occasions) =>
        new(occasions.Occasion(entry.When, $"{place}.when"), [.. texts.Hours(entry.Hours, $"{place}.hours")]);

    private CalendarId? Id(string text)
    {
        if (Identifier.Problem(text) is not { } problem)
        {
            return new CalendarId(text);
        }

        faults.Fault("document.name-unfit", "$.id", $"A name {problem}. Name it otherwise.");
        return null;
    }
}
