using NodaTime;

namespace QuickStart.Journeys;

/// <summary>Lets lives take their steps in the order of time; at the same time, in the order in which they asked.</summary>
internal sealed class Timetable(StoryClock clock)
{
    // No life of a sample takes as many; it only keeps a mistake from running forever.
    private const int MaximumSteps = 100_000;

    private readonly PriorityQueue<ILife, (Instant When, int Turn)> _waiting = new();
    private int _turn;

    public async Task RunAsync(IEnumerable<ILife> lives)
    {
        foreach (var life in lives)
        {
            Wait(life, life.Begins);
        }

        while (_turn < MaximumSteps && _waiting.TryDequeue(out var life, out var place))
        {
            clock.AdvanceTo(place.When);
            if (await life.NextAsync() is { } again)
            {
                Wait(life, again);
            }
        }
    }

    private void Wait(ILife life, Instant when) => _waiting.Enqueue(life, (when, _turn++));
}
