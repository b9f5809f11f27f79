using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The hours of every weekday, from a day on until a later week takes over. Weekdays that are not named are off.</summary>
public sealed record WorkingWeek
{
    private static readonly IsoDayOfWeek[] _mondayToFriday =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private static readonly IsoDayOfWeek[] _sundayToThursday =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Sunday];

    /// <summary>Takes the weekdays and their hours.</summary>
    /// <param name="days">The weekdays that are worked; one that is named twice is a fault of the calendar.</param>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is null.</exception>
    public WorkingWeek(ValueList<WorkingDays> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        Days = days;
    }

    /// <summary>The weekdays that are worked, with their hours; none when all are off.</summary>
    public ValueList<WorkingDays> Days { get; }

    /// <summary>The first day of this week's hours; null for as long as there are calendars.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>A week that is worked from Monday to Friday.</summary>
    /// <param name="hours">The hours of each day; several with breaks between them.</param>
    /// <returns>The week.</returns>
    public static WorkingWeek MondayToFriday(params ReadOnlySpan<WorkingHours> hours) => new([new WorkingDays([.. _mondayToFriday], hours.ToArray().ToValueList())]);

    /// <summary>A week that is worked from Sunday to Thursday.</summary>
    /// <param name="hours">The hours of each day; several with breaks between them.</param>
    /// <returns>The week.</returns>
    public static WorkingWeek SundayToThursday(params ReadOnlySpan<WorkingHours> hours) => new([new WorkingDays([.. _sundayToThursday], hours.ToArray().ToValueList())]);

    /// <summary>The same week, with one more day.</summary>
    /// <param name="day">The weekday.</param>
    /// <param name="hours">Its hours; several with breaks between them.</param>
    /// <returns>The week.</returns>
    public WorkingWeek And(IsoDayOfWeek day, params ReadOnlySpan<WorkingHours> hours) =>
        new(Days.With(new WorkingDays([day], hours.ToArray().ToValueList()))) { ValidFrom = ValidFrom };

    /// <summary>The hours of a weekday; none when it is off.</summary>
    internal ValueList<WorkingHours> On(IsoDayOfWeek day) => Days.FirstOrDefault(group => group.Days.Contains(day))?.Hours ?? [];

    /// <summary>The same week in its one form: days with the same hours together, in order.</summary>
    internal WorkingWeek Normalized() => new(Enumerable.Range((int)IsoDayOfWeek.Monday, 7)
        .Select(day => (Day: (IsoDayOfWeek)day, Hours: On((IsoDayOfWeek)day)))
        .Where(one => one.Hours.Count > 0)
        .GroupBy(one => one.Hours)
        .Select(group => new WorkingDays(group.Select(one => one.Day).ToValueList(), group.Key))
        .ToValueList())
    {
        ValidFrom = ValidFrom?.WithCalendar(CalendarSystem.Iso),
    };

    internal void WriteTo(CanonicalText text)
    {
        text.Field("week", CanonicalText.Show(ValidFrom));
        foreach (var group in Days)
        {
            text.Field("days", string.Join(' ', group.Days)).Hours(group.Hours);
        }
    }
}

/// <summary>Weekdays that have the same hours.</summary>
/// <param name="Days">The weekdays.</param>
/// <param name="Hours">Their hours, in order; several with breaks between them.</param>
public sealed record WorkingDays(ValueList<IsoDayOfWeek> Days, ValueList<WorkingHours> Hours)
{
    /// <summary>The days and their hours.</summary>
    /// <returns>For example <c>[Saturday] [09:00 to 12:00]</c>.</returns>
    public override string ToString() => $"{Days} {Hours}";
}
