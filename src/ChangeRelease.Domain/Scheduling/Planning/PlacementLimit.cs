using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>How much of something may be planned in a day or a week, for example two high-risk changes a day.</summary>
/// <remarks>An item counts in every period that its slot touches.</remarks>
/// <param name="Name">What it is called in reasons and scores; not blank, each name once.</param>
/// <param name="Most">How much; zero or more.</param>
/// <param name="Zone">The zone whose days or weeks are meant, by its name in the tz database.</param>
public sealed record PlacementLimit(string Name, int Most, string Zone)
{
    /// <summary>For which stretch.</summary>
    public LimitPeriod Per { get; init; } = LimitPeriod.Day;

    /// <summary>What is counted.</summary>
    public LimitCount Counts { get; init; } = LimitCount.Items;

    /// <summary>Items of any of these classes are counted; all items when there is none.</summary>
    public ValueList<ChangeClass> Classes { get; init; } = [];

    /// <summary>What each one too many costs; null when none may be too many.</summary>
    public int? Penalty { get; init; }

    internal bool IsAbout(WorkItem item) => AmountOf(item) > 0 && (Classes.Count == 0 || Classes.Any(item.Classes.Contains));

    internal int AmountOf(WorkItem item) => Counts == LimitCount.Risk ? item.Risk : 1;
}
