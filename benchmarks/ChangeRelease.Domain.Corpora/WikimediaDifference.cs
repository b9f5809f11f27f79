using ChangeRelease.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Corpora;

/// <summary>What one version of a weekly calendar changes, service by service, for people: stretches that repeat through the week are told once.</summary>
internal sealed class WikimediaDifference(WikimediaVersion before, WikimediaVersion after)
{
    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[WikimediaVersion.Zone];
    private readonly IReadOnlyList<string> _trains = [.. before.Trains.Union(after.Trains)];

    public IEnumerable<string> Lines()
    {
        foreach (var service in before.Services.Union(after.Services))
        {
            var lines = Told(service).ToList();
            if (lines.Count > 0)
            {
                yield return $"  {service}";
            }

            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    /// <summary>The freezes that came and went; they may close nothing, where nothing is open anyway.</summary>
    public IEnumerable<string> OfFreezes()
    {
        var (old, young) = (before.Entries.Where(entry => entry.IsFreeze).ToList(), after.Entries.Where(entry => entry.IsFreeze).ToList());
        return young.ExceptBy(old.Select(entry => entry.Id), entry => entry.Id).Select(entry => $"  freeze '{entry.Title}' on {string.Join(", ", entry.Days)} has come")
            .Concat(old.ExceptBy(young.Select(entry => entry.Id), entry => entry.Id).Select(entry => $"  freeze '{entry.Title}' on {string.Join(", ", entry.Days)} is gone"));
    }

    private IEnumerable<string> Told(string service) => _trains
        .SelectMany(train => Stretches(service, train).Select(stretch => (Train: train, Stretch: stretch)))
        .GroupBy(one => one.Stretch)
        .Select(group => (group.Key.Day, group.Key.What, Weeks: WikimediaReport.Weeks(group.Select(one => one.Train), _trains)))
        .GroupBy(one => (one.What, one.Weeks))
        .Select(group => $"    {group.Key.What.Verb} {string.Join(", ", group.Select(one => one.Day).Distinct().Order())} {group.Key.What.Times} {group.Key.Weeks}{group.Key.What.Cause}");

    private IEnumerable<(IsoDayOfWeek Day, (string Verb, string Times, string Cause) What)> Stretches(string service, string train) =>
        before.Calendar.DifferenceTo(after.Calendar, CalendarQuestion.For(WikimediaVersion.TargetOf(service, train)), WeekAfter(after.Date)).Stretches.Select(stretch => (
            stretch.Span.Start.InZone(_zone).DayOfWeek,
            (stretch.Opens ? "opens" : "closes", $"{At(stretch.Span.Start)}-{At(stretch.Span.End)}", Causes(stretch))));

    private static string Causes(DifferingStretch stretch) => string.Concat(
        stretch.Gone.Select(occurrence => $"; {Called(occurrence)} is gone").Concat(stretch.Come.Select(occurrence => $"; {Called(occurrence)} has come")).Distinct());

    private static string Called(Occurrence occurrence) => $"{(occurrence.Rule is Freeze ? "freeze" : "window")} '{occurrence.Rule.Title}' of {occurrence.Span.Length.ToTimeSpan():h\\:mm} h";

    private string At(Instant instant) => _time.Format(instant.InZone(_zone).TimeOfDay);

    private Slot WeekAfter(string date)
    {
        var monday = LocalDatePattern.Iso.Parse(date).GetValueOrThrow().With(DateAdjusters.Next(IsoDayOfWeek.Monday));
        return new Slot(_zone.AtStartOfDay(monday).ToInstant(), _zone.AtStartOfDay(monday.PlusWeeks(1)).ToInstant());
    }
}
