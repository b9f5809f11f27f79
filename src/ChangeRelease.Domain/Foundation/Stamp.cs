using NodaTime;

namespace ChangeRelease.Domain.Foundation;

/// <summary>When, who, and as which command: everything about an act that the act itself does not choose (S-2).</summary>
public sealed record Stamp
{
    /// <summary>Stamps an act.</summary>
    /// <param name="at">When; truncated to whole microseconds (S-73).</param>
    /// <param name="actor">Who, from the authenticated call (S-9).</param>
    /// <param name="command">The command's identity, chosen by the caller (S-5).</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Stamp(Instant at, Actor actor, CommandId command)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(command);
        (At, Actor, Command) = (at.ToMicroseconds(), actor, command);
    }

    /// <summary>The instant of the act, in whole microseconds.</summary>
    public Instant At { get; }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>The identity under which the act may be repeated without taking effect twice.</summary>
    public CommandId Command { get; }
}
