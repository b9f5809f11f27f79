using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>One version of a weekly deployment calendar, as a change calendar.</summary>
/// <remarks>
/// Windows are on the wall clock of San Francisco. What a window deploys is its service; the schedule of the week's train is its environment, so that one
/// calendar holds every week that may be. Days without deployments are freezes.
/// </remarks>
internal sealed partial class WikimediaVersion
{
    public const string Zone = "America/Los_Angeles";

    private const string NoDeployments = "no_deploy_day";
    private const string Always = "schedule";

    private static readonly string[] _days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private WikimediaVersion(string commit, string date, string subject, IReadOnlyList<WikimediaEntry> entries, IReadOnlyList<string> trains, int number)
    {
        (Commit, Date, Subject, Entries, Trains) = (commit, date, subject, entries, trains);
        Calendar = ChangeCalendar.Define(new CalendarId("wikimedia"), number, CalendarDefault.ClosedByDefault, entries.Select(entry => entry.ToRule()), DateTimeZoneProviders.Tzdb);
    }

    public string Commit { get; }

    public string Date { get; }

    public string Subject { get; }

    public ChangeCalendar Calendar { get; }

    public IReadOnlyList<WikimediaEntry> Entries { get; }

    /// <summary>The schedules of trains, one of which is in force each week.</summary>
    public IReadOnlyList<string> Trains { get; }

    public IEnumerable<string> Services => Entries.Where(entry => !entry.IsFreeze).Select(entry => entry.Name).Distinct().Order(StringComparer.Ordinal);

    public static IReadOnlyList<WikimediaVersion> ReadAll(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.GetProperty("versions").EnumerateArray().Select((version, at) => Read(version, at + 1))];
    }

    /// <summary>The windows of a week under one train, by the calendar.</summary>
    public IReadOnlyList<Occurrence> Windows(string train, Slot week) => Calendar.Judge(week, new CalendarQuestion(Services.Select(service => TargetOf(service, train)).ToValueList(), [])).Windows;

    public static Target TargetOf(string service, string train) => new(new ServiceId(service), new EnvironmentId(train));

    private static WikimediaVersion Read(JsonElement version, int number)
    {
        var schedules = version.GetProperty("schedules").EnumerateObject().ToList();
        var titles = version.GetProperty("windowTitles");
        var capacities = version.GetProperty("capacityMaxPatches");
        var entries = from schedule in schedules
                      from days in schedule.Value.EnumerateObject()
                      from entry in days.Value.EnumerateArray()
                      select Read(schedule.Name, days.Name, entry, titles, capacities);
        return new WikimediaVersion(
            version.GetProperty("commit").GetString()![..8],
            version.GetProperty("committed").GetString()![..10],
            version.GetProperty("subject").GetString()!,
            [.. entries.GroupBy(entry => entry.Id).SelectMany(twins => twins.Select((entry, at) => at == 0 ? entry : entry with { Twin = at + 1 }))],
            [.. schedules.Where(schedule => schedule.Name != Always).Select(schedule => TrainOf(schedule.Name)!)],
            number);
    }

    private static WikimediaEntry Read(string schedule, string days, JsonElement entry, JsonElement titles, JsonElement capacities)
    {
        var name = entry.GetProperty("name").GetString()!;
        return new WikimediaEntry(
            name,
            titles.TryGetProperty(name, out var title) ? Plain(title.GetString()!) : name,
            TrainOf(schedule),
            [.. DaysOf(days)],
            new LocalTime((int)Number(entry, "hour", 0), (int)Number(entry, "minute", 0)),
            Duration.FromMinutes((long)(Number(entry, "length", 1) * 60)),
            capacities.TryGetProperty(name, out var capacity) ? capacity.GetInt32() : null,
            name == NoDeployments);
    }

    private static decimal Number(JsonElement entry, string member, decimal otherwise) =>
        entry.TryGetProperty(member, out var value) ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : otherwise;

    private static string? TrainOf(string schedule) => schedule == Always ? null : schedule[(Always.Length + 1)..];

    private static IEnumerable<IsoDayOfWeek> DaysOf(string days) => days.Split(',').SelectMany(part => part.Split('-') switch
    {
        [var from, var to] => Enumerable.Range(Day(from), Day(to) - Day(from) + 1),
        _ => [Day(part)],
    }).Select(day => (IsoDayOfWeek)day);

    private static int Day(string name) => Array.IndexOf(_days, name) + 1;

    // The markup of a wiki is not for titles: links are their text, emphasis goes with what it marks, and the version of a train comes elsewhere.
    private static string Plain(string title) => Emphasis().Replace(Link().Replace(title, link => link.Groups[2].Value is { Length: > 0 } text ? text : link.Groups[1].Value), string.Empty).Replace("''", string.Empty, StringComparison.Ordinal).Replace("-  Version", string.Empty, StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\[\[([^\]|]*)\|?([^\]]*)\]\]")]
    private static partial Regex Link();

    [GeneratedRegex(@"'''.*'''")]
    private static partial Regex Emphasis();
}
