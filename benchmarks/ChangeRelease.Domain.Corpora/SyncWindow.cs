using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.ICalendar;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>A sync window of Argo CD as a rule of a calendar: a start by a cron expression and a length; <c>allow</c> opens, <c>deny</c> freezes.</summary>
internal sealed record SyncWindow(bool IsFreeze, bool IsForManualToo, CalendarRule? Rule)
{
    /// <summary>The class of changes that people make by hand, which a window may let pass.</summary>
    public static ChangeClass Manual { get; } = new("manual");

    private static LocalDateTime FirstStart { get; } = new(2020, 1, 1, 0, 0);

    /// <summary>Reads a window that recurs; without a rule when it cannot be one.</summary>
    public static SyncWindow Recurring(JsonElement window, int number)
    {
        var (rule, length) = (CronText.ReadRule(Text(window, "cron")), CronText.ReadLength(Text(window, "duration")));
        return Of(window, number, rule.Value is { } read ? Recurrence.Rule(read, FirstStart) : null, length.Value, Text(window, "tzid"));
    }

    /// <summary>Reads a window of which is only said whether it is active now.</summary>
    public static SyncWindow Standing(JsonElement window, int number, LocalDateTime now)
    {
        var start = window.GetProperty("active").GetBoolean() ? now.PlusHours(-1) : now.PlusHours(1);
        var length = Text(window, "kind") == "deny" ? Duration.FromHours(2) : Duration.FromHours(24); // a window that freezes cover is none
        return Of(window, number, Recurrence.Once(start), RuleLength.For(length), "Etc/UTC");
    }

    /// <summary>The calendar of some windows; null when one of them is none.</summary>
    public static ChangeCalendar? Calendar(CalendarDefault otherwise, params IReadOnlyList<SyncWindow> windows) =>
        windows.All(window => window.Rule is not null) && ChangeCalendar.Verify(windows.Select(window => window.Rule!), DateTimeZoneProviders.Tzdb).Count == 0
            ? ChangeCalendar.Define(new CalendarId("sync"), 1, otherwise, windows.Select(window => window.Rule!), DateTimeZoneProviders.Tzdb)
            : null;

    private static SyncWindow Of(JsonElement window, int number, Recurrence? recurrence, RuleLength? length, string zone)
    {
        var isFreeze = Text(window, "kind") == "deny";
        var isForManual = window.TryGetProperty("manualOverride", out var manual) && manual.GetBoolean();
        var (id, title) = (new RuleId(FormattableString.Invariant($"window-{number}")), FormattableString.Invariant($"Window {number}"));
        CalendarRule? rule = (recurrence, length) switch
        {
            (null, _) or (_, null) => null,
            _ when isFreeze => new Freeze(id, title, zone, recurrence, length, Scope.Everything, string.Empty) { Exempt = isForManual ? [Manual] : [] },
            _ => new Window(id, title, zone, recurrence, length, Scope.Everything),
        };
        return new SyncWindow(isFreeze, isForManual, rule);
    }

    private static string Text(JsonElement window, string name) => window.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;
}
