using NodaTime;

namespace QuickStart.Journeys;

/// <summary>A clock that stands still until it is moved, and only ever goes forward.</summary>
internal sealed class StoryClock(Instant start) : IClock
{
    public Instant Now { get; private set; } = start;

    public Instant GetCurrentInstant() => Now;

    public void AdvanceTo(Instant instant) => Now = Instant.Max(Now, instant);
}
