using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A way to divide the wall clock: by hours, days, weeks, months or years.</summary>
internal sealed record TickStep(Duration About, Func<LocalDateTime, LocalDateTime> Floor, Func<LocalDateTime, LocalDateTime> Next, LocalDateTimePattern Label, LocalDateTimePattern? Above)
{
    private static readonly LocalDateTimePattern _clock = Pattern("HH:mm");
    private static readonly LocalDateTimePattern _date = Pattern("ddd uuuu-MM-dd");
    private static readonly LocalDateTimePattern _day = Pattern("ddd MM-dd");
    private static readonly LocalDateTimePattern _month = Pattern("uuuu-MM");
    private static readonly LocalDateTimePattern _year = Pattern("uuuu");

    /// <summary>From the finest to the coarsest.</summary>
    public static IReadOnlyList<TickStep> All { get; } =
    [
        OfMinutes(1), OfMinutes(5), OfMinutes(15), OfMinutes(60), OfMinutes(180), OfMinutes(360), OfMinutes(720),
        new(Duration.FromDays(1), it => it.Date.AtMidnight(), it => it.PlusDays(1), _day, _month),
        new(Duration.FromDays(7), it => it.Date.PlusDays(1).Previous(IsoDayOfWeek.Monday).AtMidnight(), it => it.PlusDays(7), _day, _month),
        OfMonths(1), OfMonths(3),
        OfYears(1), OfYears(10), OfYears(100), OfYears(1_000),
    ];

    private static TickStep OfMinutes(int minutes) => new(
        Duration.FromMinutes(minutes),
        it => it.Date.AtMidnight().PlusMinutes(((it.Hour * 60) + it.Minute) / minutes * minutes),
        it => it.PlusMinutes(minutes),
        _clock,
        _date);

    private static TickStep OfMonths(int months) => new(
        Duration.FromDays(30 * months),
        it => new LocalDateTime(it.Year, ((it.Month - 1) / months * months) + 1, 1, 0, 0),
        it => it.PlusMonths(months),
        _month,
        null);

    private static TickStep OfYears(int years) => new(
        Duration.FromDays(365 * years),
        it => new LocalDateTime(Math.Max(1, it.Year / years * years), 1, 1, 0, 0),
        it => it.PlusYears(years - (it.Year % years)),
        _year,
        null);

    private static LocalDateTimePattern Pattern(string text) => LocalDateTimePattern.CreateWithInvariantCulture(text);
}
