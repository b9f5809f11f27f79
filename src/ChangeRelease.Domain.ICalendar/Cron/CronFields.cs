using System.Globalization;
using ChangeRelease.Domain.Foundation;
using Cronos;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>The fields of an expression as Cronos understood it: lists of numbers, empty where all are allowed.</summary>
internal sealed record CronFields
{
    private CronFields(ValueList<int> seconds, ValueList<int> minutes, ValueList<int> hours, CronDayOfMonth day, ValueList<int> months, CronDayOfWeek weekday) =>
        (Seconds, Minutes, Hours, Day, Months, Weekday) = (seconds, minutes, hours, day, months, weekday);

    public ValueList<int> Seconds { get; }

    public ValueList<int> Minutes { get; }

    public ValueList<int> Hours { get; }

    public CronDayOfMonth Day { get; }

    public ValueList<int> Months { get; }

    public CronDayOfWeek Weekday { get; }

    /// <summary>From the one way in which Cronos writes an expression.</summary>
    public static CronFields Of(CronExpression expression)
    {
        var written = expression.ToString().Split(' ');
        var rest = written[^5..];
        return new CronFields(
            written.Length == rest.Length ? [0] : Numbers(written[0]),
            Numbers(rest[0]),
            Numbers(rest[1]),
            CronDayOfMonth.Of(rest[2]),
            Numbers(rest[3]),
            CronDayOfWeek.Of(rest[4]));
    }

    public static ValueList<int> Numbers(string field) =>
        field == "*" ? [] : field.Split(',').Select(number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)).ToValueList();
}
