using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Short words for the examples.</summary>
internal static class Given
{
    public static readonly Target Payments = new(new ServiceId("payments"), new EnvironmentId("production"));
    public static readonly Target Ledger = new(new ServiceId("ledger"), new EnvironmentId("production"));
    public static readonly Target PaymentsTest = new(new ServiceId("payments"), new EnvironmentId("test"));
    public static readonly CalendarQuestion ForPayments = CalendarQuestion.For(Payments);

    public static IDateTimeZoneProvider Zones => DateTimeZoneProviders.Tzdb;

    public static Instant Utc(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value.InUtc().ToInstant();

    public static Slot Slot(string start, string end) => new(Utc(start), Utc(end));

    public static Holding Holding(string start, string end) => new(Slot(start, end), [Payments]);

    public static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;

    public static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    /// <summary>Reads <c>8 h</c>, <c>90 min</c> or <c>until 06:00</c>.</summary>
    public static RuleLength Length(string text) => text.Split(' ') switch
    {
        [var hours, "h"] => RuleLength.For(Duration.FromHours(int.Parse(hours, null))),
        [var minutes, "min"] => RuleLength.For(Duration.FromMinutes(int.Parse(minutes, null))),
        ["until", var time] => RuleLength.Until(Time(time)),
        _ => throw new FormatException(text),
    };

    public static Window Window(string id, string zone, Recurrence recurrence, string length, Scope? scope = null) =>
        new(new RuleId(id), id, zone, recurrence, Length(length), scope ?? Scope.Everything);

    public static Freeze Freeze(string id, string zone, Recurrence recurrence, string length, Scope? scope = null) =>
        new(new RuleId(id), id, zone, recurrence, Length(length), scope ?? Scope.Everything, string.Empty);

    public static Window OnceOpen(string id, string start, string length, Scope? scope = null) =>
        Window(id, "Etc/UTC", Recurrence.Once(Local(start)), length, scope);

    public static Freeze OnceFrozen(string id, string start, string length, Scope? scope = null) =>
        Freeze(id, "Etc/UTC", Recurrence.Once(Local(start)), length, scope);

    public static ChangeCalendar Closed(params CalendarRule[] rules) => Calendar(CalendarDefault.ClosedByDefault, rules);

    public static ChangeCalendar Open(params CalendarRule[] rules) => Calendar(CalendarDefault.OpenByDefault, rules);

    public static ChangeCalendar Calendar(CalendarDefault otherwise, params CalendarRule[] rules) =>
        ChangeCalendar.Define(new CalendarId("main"), 1, otherwise, rules, Zones);
}
