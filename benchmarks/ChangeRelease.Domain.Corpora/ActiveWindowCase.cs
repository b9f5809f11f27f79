using System.Globalization;
using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Which of some recurring sync windows are active, or which of the allowing ones are not; the same on a day in winter and in summer.</summary>
internal sealed record ActiveWindowCase(string Id, IReadOnlyList<SyncWindow> Windows, int Hour, WindowTable Table, IReadOnlyList<string> Expected) : ICorpusCase
{
    private const string Unreadable = "error";

    private static readonly LocalDate[] _days = [new(2026, 1, 14), new(2026, 7, 14)];

    private static readonly CalendarQuestion _anything = CalendarQuestion.For(new Target(new ServiceId("any"), new EnvironmentId("any")));

    public bool IsContested => false;

    public string Question => string.Create(CultureInfo.InvariantCulture, $"{Table} at {Hour}:00 UTC, of {string.Join("; ", Windows.Select(window => window.Rule?.ToString() ?? "what is no rule"))}");

    public static ActiveWindowCase Read(JsonElement item, WindowTable table)
    {
        var windows = item.GetProperty("windows").EnumerateArray().Select(SyncWindow.Recurring).ToList();
        return new ActiveWindowCase($"{table}/{item.GetProperty("name").GetString()}", windows, item.GetProperty("nowUtcHour").GetInt32(), table, ExpectedOf(item, table));
    }

    public IReadOnlyList<string> Answer()
    {
        var answers = _days.Select(AnswerOn).DistinctBy(string.Concat).ToList();
        return answers is [var only] ? only : [.. answers.SelectMany(answer => answer.Append("or"))];
    }

    private static IReadOnlyList<string> ExpectedOf(JsonElement item, WindowTable table)
    {
        if (item.GetProperty("error").GetBoolean())
        {
            return [Unreadable];
        }

        if (table == WindowTable.SingleActive)
        {
            return [Show(item.GetProperty("expectedActive").GetBoolean() ? 1 : 0)];
        }

        var count = Show(item.GetProperty("expectedCount").GetInt32());
        return item.TryGetProperty("expectedIndex", out var index) ? [count, $"the one at {Show(index.GetInt32())}"] : [count];
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<string> AnswerOn(LocalDate day)
    {
        var now = day.At(new LocalTime(Hour, 0)).InUtc().ToInstant();
        var active = Windows.Select(window => IsActive(window, now)).ToList();
        if (active.Contains(null))
        {
            return [Unreadable];
        }

        var found = Enumerable.Range(0, Windows.Count).Where(at => Table == WindowTable.InactiveAllows ? !Windows[at].IsFreeze && active[at] == false : active[at] == true).ToList();
        return found is [var only] && Expected.Count > 1 ? ["1", $"the one at {Show(only)}"] : [Show(found.Count)];
    }

    /// <summary>An allowing window is active while it is open, a denying one while it freezes; null when it is none.</summary>
    private static bool? IsActive(SyncWindow window, Instant now) => window.IsFreeze
        ? !SyncWindow.Calendar(CalendarDefault.OpenByDefault, window)?.At(now, _anything).IsOpen
        : SyncWindow.Calendar(CalendarDefault.ClosedByDefault, window)?.At(now, _anything).IsOpen;
}
