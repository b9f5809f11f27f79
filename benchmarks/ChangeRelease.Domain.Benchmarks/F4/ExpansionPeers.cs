using Cronos;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using QuartzExpression = Quartz.CronExpression;

namespace ChangeRelease.Domain.Benchmarks.F4;

/// <summary>What others take to list the starts of one environment over the ten years.</summary>
internal sealed class ExpansionPeers(ManyEnvironment of)
{
    private readonly TimeZoneInfo _info = TimeZoneInfo.FindSystemTimeZoneById(of.Zone);
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[of.Zone];
    private readonly CronExpression _cron = CronExpression.Parse(FormattableString.Invariant($"0 {of.Hour} * * {(int)of.Day}"));
    private readonly QuartzExpression _quartz = new(FormattableString.Invariant($"0 0 {of.Hour} ? * {((int)of.Day % 7) + 1}"), TimeZoneInfo.FindSystemTimeZoneById(of.Zone));
    private readonly CalendarEvent _event = EventOf(of);

    public List<Instant> Ical()
    {
        var found = new List<Instant>();
        foreach (var one in _event.GetOccurrences(_event.Start))
        {
            var start = Instant.FromDateTimeUtc(one.Period.StartTime.AsUtc);
            if (start >= ManyEnvironments.TenYears.End)
            {
                break;
            }

            found.Add(start);
        }

        return found;
    }

    public List<Instant> Cronos()
    {
        var found = new List<Instant>();
        foreach (var start in _cron.GetOccurrences(ManyEnvironments.TenYears.Start.ToDateTimeOffset(), ManyEnvironments.TenYears.End.ToDateTimeOffset(), _info))
        {
            found.Add(Instant.FromDateTimeOffset(start));
        }

        return found;
    }

    public List<Instant> Quartz()
    {
        var (found, end) = (new List<Instant>(), ManyEnvironments.TenYears.End.ToDateTimeOffset());
        for (var at = _quartz.GetNextValidTimeAfter(ManyEnvironments.TenYears.Start.ToDateTimeOffset()); at < end; at = _quartz.GetNextValidTimeAfter(at.Value))
        {
            found.Add(Instant.FromDateTimeOffset(at.Value));
        }

        return found;
    }

    public List<Instant> Direct()
    {
        var found = new List<Instant>();
        for (var day = FirstDay(of); ; day = day.PlusWeeks(1))
        {
            var start = _zone.AtLeniently(day.At(new LocalTime(of.Hour, 0))).ToInstant();
            if (start >= ManyEnvironments.TenYears.End)
            {
                return found;
            }

            found.Add(start);
        }
    }

    private static LocalDate FirstDay(ManyEnvironment of)
    {
        var zone = DateTimeZoneProviders.Tzdb[of.Zone];
        var day = ManyEnvironments.TenYears.Start.InZone(zone).Date.With(DateAdjusters.NextOrSame(of.Day));
        return zone.AtLeniently(day.At(new LocalTime(of.Hour, 0))).ToInstant() < ManyEnvironments.TenYears.Start ? day.PlusWeeks(1) : day;
    }

    private static CalendarEvent EventOf(ManyEnvironment of)
    {
        var first = FirstDay(of).At(new LocalTime(of.Hour, 0)).ToDateTimeUnspecified();
        return new CalendarEvent
        {
            Start = new CalDateTime(first, of.Zone),
            End = new CalDateTime(first.AddHours(4), of.Zone),
            RecurrenceRule = new RecurrenceRule("FREQ=WEEKLY"),
        };
    }
}
