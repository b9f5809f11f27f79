using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Slots that somebody holds (S-51).</summary>
/// <param name="Holder">Who holds them.</param>
/// <param name="Command">The command that asked for them; with the holder it names the booking.</param>
/// <param name="Slots">The slots, in order.</param>
/// <param name="Targets">What they are held for.</param>
/// <param name="Expires">The first instant at which the booking is void, unless it was confirmed; null once it is.</param>
public sealed record Booking(HolderId Holder, CommandId Command, ValueList<Slot> Slots, ValueList<Target> Targets, Instant? Expires)
{
    /// <summary>Whether the holder has taken it up, so that it no longer expires.</summary>
    public bool IsConfirmed => Expires is null;

    /// <summary>Whether it is the same holder asking by the same command again.</summary>
    internal bool Replaces(Booking other) => Holder == other.Holder && Command == other.Command;

    /// <summary>Whether it counts.</summary>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>True while it is confirmed, or has not expired.</returns>
    public bool Stands(Instant now) => Expires is not { } expires || now < expires;
}
