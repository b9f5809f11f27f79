using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using QuickStart.Journeys;

namespace QuickStart.Reports;

/// <summary>What is worth knowing about a change that did not wait.</summary>
internal static class Remarks
{
    public static IEnumerable<(string Label, string Text)> On(ToldChange told, Times times)
    {
        if (told.Change is not { } change)
        {
            yield break;
        }

        if (change.Content.Deed is { When: { } when } deed)
        {
            yield return ("done", $"{times.Full(when)} by {deed.By}, before it was written down");
        }

        if (change is { Slots.Count: > 0, Aboard: null } && told.Story.Search is null)
        {
            yield return ("earlier?", "it was made at once");
        }

        foreach (var freeze in Passed(told).Select(freeze => freeze.Rule.Title).Distinct())
        {
            yield return ("freeze", $"it passes {freeze}, which exempts {change.Model.Id} changes");
        }

        if (change.Debt is { } debt)
        {
            yield return ("owes", $"ratification by {times.Full(debt.RatifyBy)}, and review by {times.Full(debt.ReviewBy)}");
        }
    }

    /// <summary>The freezes that would have stopped a change of no class.</summary>
    private static IEnumerable<Occurrence> Passed(ToldChange told)
    {
        var (change, calendar) = (told.Change!, told.Calendar);
        var targets = change.Content.Services.SelectMany(service => change.Content.Environments.Select(environment => new Target(service, environment))).ToValueList();
        return targets.Count == 0 ? [] : change.Slots.SelectMany(slot => calendar.Judge(slot, new CalendarQuestion(targets, [])).Freezes);
    }
}
