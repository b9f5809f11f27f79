using System.ComponentModel;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Something with a name, on exactly one of yearly, nthWeekday, onOrAfter, onOrBefore, westernEaster, orthodoxEaster and dates.</summary>
internal sealed record OccasionEntry
{
    [Description("The name for people.")]
    public required string Title { get; init; }

    [Description("The same day of every year, such as 12-25.")]
    public string? Yearly { get; init; }

    [Description("A weekday counted in its month.")]
    public NthWeekdayEntry? NthWeekday { get; init; }

    [Description("The first such weekday on a day of the year or after it.")]
    public NearbyWeekdayEntry? OnOrAfter { get; init; }

    [Description("The last such weekday on a day of the year or before it.")]
    public NearbyWeekdayEntry? OnOrBefore { get; init; }

    [Description("So many days from Western Easter Sunday; -2 is Good Friday.")]
    public int? WesternEaster { get; init; }

    [Description("So many days from Orthodox Easter Sunday; -2 is Good Friday.")]
    public int? OrthodoxEaster { get; init; }

    [Description("So many days after the day that is named by yearly, nthWeekday, onOrAfter or onOrBefore; before it when negative.")]
    public int? PlusDays { get; init; }

    [Description("Certain dates, such as 2022-09-19.")]
    public IReadOnlyList<string>? Dates { get; init; }

    [Description("Where it is observed when it falls on a day off; left out, as it falls.")]
    public Observance? Observed { get; init; }

    [Description("The weekdays on which it has to fall to occur; left out, any.")]
    public IReadOnlyList<WeekdayName>? OnlyOn { get; init; }

    [Description("The first year; left out, since ever.")]
    public int? FromYear { get; init; }

    [Description("The last year, itself included; left out, for ever.")]
    public int? UntilYear { get; init; }

    [Description("Years in which it does not occur.")]
    public IReadOnlyList<int>? ExceptYears { get; init; }
}

/// <summary>A weekday counted in its month.</summary>
internal sealed record NthWeekdayEntry
{
    [Description("1 for the first to 5 for the fifth, -1 for the last.")]
    public required int Nth { get; init; }

    [Description("The weekday.")]
    public required WeekdayName Weekday { get; init; }

    [Description("The month, 1 to 12.")]
    public required int Month { get; init; }
}

/// <summary>A weekday counted from a day of the year.</summary>
internal sealed record NearbyWeekdayEntry
{
    [Description("The weekday.")]
    public required WeekdayName Weekday { get; init; }

    [Description("The day of the year, such as 05-25.")]
    public required string Day { get; init; }
}
