using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A business calendar as its document writes it.</summary>
internal sealed record BusinessCalendarEntry
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema; not looked at.")]
    public string? Schema { get; init; }

    [Description("The format and its version.")]
    public required string Format { get; init; }

    [Description("The calendar's name.")]
    public required string Id { get; init; }

    [Description("The calendar's version, from 1.")]
    public required int Version { get; init; }

    [Description("The IANA zone whose wall clock the hours follow.")]
    public required string Zone { get; init; }

    [Description("The working weeks, each valid until the next begins.")]
    public required IReadOnlyList<WorkingWeekEntry> Weeks { get; init; }

    [Description("Days on which nothing is worked.")]
    public IReadOnlyList<OccasionEntry>? Holidays { get; init; }

    [Description("Days that open or close at another time.")]
    public IReadOnlyList<AlteredDayEntry>? AlteredDays { get; init; }

    [Description("Days that are worked at hours of their own, holidays or not.")]
    public IReadOnlyList<SpecialDayEntry>? SpecialDays { get; init; }
}

/// <summary>The hours of every weekday from a day on.</summary>
internal sealed record WorkingWeekEntry
{
    [Description("The first day, such as 2016-08-01; left out, since ever.")]
    public string? ValidFrom { get; init; }

    [Description("The weekdays that are worked; others are off.")]
    public required IReadOnlyList<WorkingDaysEntry> Days { get; init; }
}

/// <summary>Weekdays with the same hours.</summary>
internal sealed record WorkingDaysEntry
{
    [Description("The weekdays.")]
    public required IReadOnlyList<WeekdayName> On { get; init; }

    [Description("Their hours, in order, with breaks between them.")]
    public required IReadOnlyList<HoursEntry> Hours { get; init; }
}

/// <summary>One uninterrupted stretch of work.</summary>
internal sealed record HoursEntry
{
    [Description("The wall-clock time of the start, such as 09:00.")]
    public required string From { get; init; }

    [Description("The wall-clock time of the end; when it is not later, on the next day.")]
    public required string To { get; init; }

    [Description("Whether it starts on the day before the one it belongs to, and ends on that one.")]
    public bool? StartsDayBefore { get; init; }
}

/// <summary>Days that open or close at another time.</summary>
internal sealed record AlteredDayEntry
{
    [Description("The days.")]
    public required OccasionEntry When { get; init; }

    [Description("The wall-clock time of the opening; left out, as ever.")]
    public string? OpensAt { get; init; }

    [Description("The wall-clock time of the close; left out, as ever.")]
    public string? ClosesAt { get; init; }
}

/// <summary>Days with hours of their own.</summary>
internal sealed record SpecialDayEntry
{
    [Description("The days.")]
    public required OccasionEntry When { get; init; }

    [Description("Their hours, in order, with breaks between them.")]
    public required IReadOnlyList<HoursEntry> Hours { get; init; }
}

/// <summary>A weekday, as documents write it.</summary>
internal enum WeekdayName
{
    Monday = 1,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
