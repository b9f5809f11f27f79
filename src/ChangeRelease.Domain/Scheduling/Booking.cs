using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Slots that somebody holds (S-51).</summary>
/// <param name="Holder">Who holds them.</param>
/// <param name="Command">The command that asked for them; with the holder and the slots it names the booking.</param>
/// <param name="Slots">The slots, in order.</param>
/// <param name="Targets">What they are held for.</param>
/// <param name="Version">The version of the holder's own history that takes the booking up; what the holder was before it says nothing about it.</param>
/// <param name="Expires">The first instant at which the booking is void, unless it was confirmed; null once it is.</param>
public sealed record Booking(HolderId Holder, CommandId Command, ValueList<Slot> Slots, ValueList<Target> Targets, long Version, Instant? Expires)
{
    /// <summary>Whether the holder has taken it up, so that it no longer expires.</summary>
    public bool IsConfirmed => Expires is null;

    /// <summary>Whether it is the same holder asking by the same command for the same slots again.</summary>
    internal bool Repeats(Booking other) => Is(other.Holder, other.Command, other.Slots);

    internal bool Is(HolderId holder, CommandId command, ValueList<Slot> slots) => Holder == holder && Command == command && Slots.Equals(slots);

    /// <summary>Whether it counts.</summary>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>True while it is confirmed, or has not expired.</returns>
    public bool Stands(Instant now) => Expires is not { } expires || now < expires;
}
