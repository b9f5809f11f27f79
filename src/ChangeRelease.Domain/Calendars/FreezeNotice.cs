using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Who owns a freeze that lasts until further notice, and when they look at it again.</summary>
public sealed record FreezeNotice
{
    /// <summary>Names both.</summary>
    /// <param name="owner">The person who lifts it, or says that it goes on.</param>
    /// <param name="reviewAt">When they look at it again; cut to the microsecond. The freeze binds on after it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public FreezeNotice(ActorId owner, Instant reviewAt)
    {
        ArgumentNullException.ThrowIfNull(owner);
        (Owner, ReviewAt) = (owner, reviewAt.ToMicroseconds());
    }

    /// <summary>The person who lifts it, or says that it goes on.</summary>
    public ActorId Owner { get; }

    /// <summary>When they look at it again; the freeze binds on after it.</summary>
    public Instant ReviewAt { get; }
}
