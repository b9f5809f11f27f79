using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Oracle;

/// <summary>How often a generated rule starts.</summary>
internal enum Often
{
    Weekly,
    Yearly,
    Once,
}

/// <summary>How a generated rule ends.</summary>
internal enum Ends
{
    AfterMinutes,
    AtTime,
    DaysLaterAtTime,
    OnDate,
}

/// <summary>A generated rule, in the plain terms that the oracle reads by itself.</summary>
internal sealed record RuleCase(
    string Id,
    bool IsFreeze,
    string Zone,
    Often Often,
    IReadOnlyList<IsoDayOfWeek> Days,
    LocalDate Date,
    LocalTime Time,
    Ends Ends,
    int Amount,
    LocalDate EndDate,
    LocalTime EndTime,
    Scope Scope,
    ClockChange? Clock,
    int? Capacity,
    LocalDate? ValidFrom,
    LocalDate? ValidUntil,
    bool ExemptsUrgent)
{
    public CalendarRule ToRule() => IsFreeze
        ? new Freeze(new RuleId(Id), Id, Zone, Recurrence(), Length(), Scope, "a reason")
        {
            ClockChange = Clock ?? ClockChange.ForFreezes,
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            Exempt = ExemptsUrgent ? [new ChangeClass("urgent")] : [],
        }
        : new Window(new RuleId(Id), Id, Zone, Recurrence(), Length(), Scope)
        {
            ClockChange = Clock ?? ClockChange.ForWindows,
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            Capacity = Capacity,
        };

    public bool StartsOn(LocalDate date) => !(date < ValidFrom) && !(date >= ValidUntil) && Often switch
    {
        Often.Weekly => Days.Contains(date.DayOfWeek),
        Often.Yearly => date.Month == Date.Month && date.Day == Date.Day,
        _ => date == Date,
    };

    private Recurrence Recurrence() => Often switch
    {
        Often.Weekly => Domain.Calendars.Recurrence.Weekly(Time, [.. Days]),
        Often.Yearly => Domain.Calendars.Recurrence.Yearly(new AnnualDate(Date.Month, Date.Day), Time),
        _ => Domain.Calendars.Recurrence.Once(Date + Time),
    };

    private RuleLength Length() => (Ends, Often) switch
    {
        (Ends.AfterMinutes, _) => RuleLength.For(Duration.FromMinutes(Amount)),
        (Ends.AtTime, _) => RuleLength.Until(EndTime),
        (Ends.DaysLaterAtTime, _) => RuleLength.Until(Amount, EndTime),
        (_, Often.Yearly) => RuleLength.Until(new AnnualDate(EndDate.Month, EndDate.Day), EndTime),
        _ => RuleLength.Until(EndDate + EndTime),
    };
}
