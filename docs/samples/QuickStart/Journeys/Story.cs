using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace QuickStart.Journeys;

/// <summary>What became of one change or release, as it is told afterwards.</summary>
internal sealed class Story(string id, string kind, string title)
{
    private readonly List<Attempt> _attempts = [];

    public string Id { get; } = id;

    public string Kind { get; } = kind;

    public string Title { get; } = title;

    /// <summary>Everything that was tried, in order.</summary>
    public IReadOnlyList<Attempt> Attempts => _attempts;

    /// <summary>The last search for a slot; null when none was looked for.</summary>
    public SlotSearch? Search { get; set; }

    /// <summary>From when on that slot was looked for.</summary>
    public Instant SearchedFrom { get; set; }

    /// <summary>What ended the story before its end; null while it goes on, and when it came to its end.</summary>
    public Attempt? Stuck { get; set; }

    /// <summary>Whether no more steps are taken.</summary>
    public bool IsOver { get; set; }

    public void Add(Attempt attempt) => _attempts.Add(attempt);
}
