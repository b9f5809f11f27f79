using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using QuickStart.Input;

namespace QuickStart.Journeys;

/// <summary>Everything there is to tell.</summary>
internal sealed record Tale(Inputs Inputs, IReadOnlyList<ToldChange> Changes, IReadOnlyList<ToldRelease> Releases)
{
    /// <summary>What else is shown, each on a stage of its own.</summary>
    public IReadOnlyList<Story> Acts { get; init; } = [];

    public bool IsDone => !Unfinished.Any();

    /// <summary>What did not come to its end, and why.</summary>
    public IEnumerable<(Story Story, string Why)> Unfinished =>
        Changes.Where(told => !told.IsDone).Select(told => (told.Story, Why(told.Story, told.Change?.Status)))
            .Concat(Releases.Where(told => !told.IsDone).Select(told => (told.Story, Why(told.Story, told.Release?.Status))));

    private static string Why(Story story, State? state) => story.Stuck is { } stuck
        ? $"it is {state?.Name ?? "not opened"}; {stuck.Who} {stuck.What}, and that is refused: {stuck.Reasons}"
        : $"it is {state?.Name ?? "not opened"}, and nobody knows how to go on";
}

/// <summary>A change, its story and its history.</summary>
internal sealed record ToldChange(Story Story, ChangeRequest? Change, ChangeCalendar Calendar, IReadOnlyList<EventRecord> History)
{
    public bool IsDone => Change?.Status == ChangeStates.Closed;
}

/// <summary>A release, its story, its notes and its history.</summary>
internal sealed record ToldRelease(Story Story, Release? Release, ReleaseNotes? Notes, IReadOnlyList<EventRecord> History)
{
    public bool IsDone => Release?.Status == ReleaseStates.Completed;
}
