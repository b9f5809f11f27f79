using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Whether a change may be made, by hand or automatically, while some sync windows are active and others are not.</summary>
/// <remarks>
/// A denying window that lets manual changes pass is a freeze that exempts their class. An allowing one that does so is no window for them: when all are,
/// a manual change is asked about without them. A list from which everything unreadable was left out opens nothing.
/// </remarks>
internal sealed record MaySyncCase(string Id, IReadOnlyList<SyncWindow> Windows, bool IsManual, IReadOnlyList<string> Expected) : ICorpusCase
{
    private static readonly LocalDateTime _now = new(2026, 1, 14, 12, 0);

    public bool IsContested => false;

    public string Question => $"{(IsManual ? "manual" : "automatic")}, under {string.Join("; ", Windows.Select(window => window.Rule))}";

    public static MaySyncCase Read(JsonElement item) => new(
        $"canSync/{item.GetProperty("name").GetString()}",
        [.. item.GetProperty("windows").EnumerateArray().Select((window, number) => SyncWindow.Standing(window, number, _now))],
        item.GetProperty("isManual").GetBoolean(),
        [Show(item.GetProperty("expected").GetBoolean())]);

    public IReadOnlyList<string> Answer()
    {
        var allowing = Windows.Where(window => !window.IsFreeze).ToList();
        var binding = IsManual && allowing.TrueForAll(window => window.IsForManualToo) ? [] : allowing;
        var otherwise = Windows.Count == 0 ? CalendarDefault.ClosedByDefault : CalendarDefault.OpenByDefault;
        var calendar = SyncWindow.Calendar(otherwise, [.. binding, .. Windows.Where(window => window.IsFreeze)])!;
        var question = new CalendarQuestion([new Target(new ServiceId("any"), new EnvironmentId("any"))], IsManual ? [SyncWindow.Manual] : []);
        return [Show(calendar.At(_now.InUtc().ToInstant(), question).IsOpen)];
    }

    private static string Show(bool may) => may ? "may" : "may not";
}
