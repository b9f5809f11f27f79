using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>A clock that stands still, so many minutes after the opening.</summary>
internal sealed class Watch(int minutes) : IClock
{
    public Instant GetCurrentInstant() => World.Opening + Duration.FromMinutes(minutes);
}
