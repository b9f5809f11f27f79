using NodaTime;

namespace QuickStart.Journeys;

/// <summary>Something that lives on the story's clock, one step at a time.</summary>
internal interface ILife
{
    Instant Begins { get; }

    /// <summary>Takes the next step, and says when to come back; null when there is no more to do.</summary>
    Task<Instant?> NextAsync();
}
