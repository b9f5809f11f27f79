using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Slots that somebody holds (S-51).</summary>
/// <param name="Holder">Who holds them.</param>
/// <param name="Command">The command that asked for them; with the holder it names the booking, where the ledger's own commands made it, and else with the slots, too.</param>
/// <param name="Slots">The slots, in order.</param>
/// <param name="Targets">What they are held for.</param>
/// <param name="Version">The version of the holder's own history that takes the booking up; what the holder was before it says nothing about it. 0 where there is no such history.</param>
/// <param name="Expires">The first instant at which the booking is void, unless it was confirmed; null once it is.</param>
public sealed record Booking(HolderId Holder, CommandId Command, ValueList<Slot> Slots, ValueList<Target> Targets, long Version, Instant? Expires)
{
    /// <summary>Whose booking it is, where the ledger's own commands made it; null where the holder has a history of its own, as changes and releases have, which confirms and releases it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActorId? Owner { get; init; }

    /// <summary>Whether the holder has taken it up, so that it no longer expires.</summary>
    public bool IsConfirmed => Expires is null;

    /// <summary>Whether it counts.</summary>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>True while it is confirmed, or has not expired.</returns>
    public bool Stands(Instant now) => Expires is not { } expires || now < expires;

    /// <summary>The booking in words.</summary>
    /// <returns>For example <c>hold-1 of patch-tuesday</c>.</returns>
    public override string ToString() => $"{Command} of {Holder}";

    /// <summary>Whether it is the same holder asking by the same command for the same slots again.</summary>
    internal bool Repeats(Booking other) => Owner is null == other.Owner is null && Is(other.Holder, other.Command, other.Slots);

    internal bool Is(HolderId holder, CommandId command, ValueList<Slot> slots) => IsCalled(holder, command) && Slots.Equals(slots);

    internal bool IsCalled(HolderId holder, CommandId command) => Holder == holder && Command == command;

    /// <summary>Whether a holder's own history keeps it.</summary>
    internal bool IsKeptBy(HolderId holder) => Owner is null && Holder == holder;
}
