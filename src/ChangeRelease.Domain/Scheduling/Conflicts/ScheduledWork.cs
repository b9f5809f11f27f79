using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Work in a slot, and what it claims meanwhile (S-50): what conflicts are found among.</summary>
/// <remarks>A holder with several slots, such as the stages of a release, has a part for each. Parts of one holder never conflict with one another.</remarks>
public sealed record ScheduledWork : IComparable<ScheduledWork>
{
    /// <summary>Takes the work.</summary>
    /// <param name="holder">Whose it is: a change, a release, or a host's own.</param>
    /// <param name="slot">When.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ScheduledWork(HolderId holder, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(slot);
        (Holder, Slot) = (holder, slot);
    }

    /// <summary>Whose it is.</summary>
    public HolderId Holder { get; }

    /// <summary>Which of the holder's slots it is, counted from 1; holder and part name the work.</summary>
    public int Part { get; init; } = 1;

    /// <summary>When.</summary>
    public Slot Slot { get; private init; }

    /// <summary>What it touches; may be empty.</summary>
    public ValueList<Target> Targets { get; init; } = [];

    /// <summary>The people who do it; may be empty.</summary>
    public ValueList<ActorId> People { get; init; } = [];

    /// <summary>The environments that it has to itself, whether it touches a service there or not; may be empty.</summary>
    public ValueList<EnvironmentId> ExclusiveEnvironments { get; init; } = [];

    /// <summary>Its classes, which exclusions and limits may name: its model, its tags; may be empty.</summary>
    public ValueList<ChangeClass> Classes { get; init; } = [];

    /// <summary>The same work at another time.</summary>
    /// <param name="slot">When.</param>
    /// <returns>The work there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> is null.</exception>
    public ScheduledWork MovedTo(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return this with { Slot = slot };
    }

    /// <summary>Orders by start, then by holder and part.</summary>
    /// <param name="other">The work to compare with; null sorts first.</param>
    /// <returns>A negative number, zero or a positive number, as for <see cref="IComparable{T}"/>.</returns>
    public int CompareTo(ScheduledWork? other) =>
        other is null ? 1
        : Slot.Start != other.Slot.Start ? Slot.Start.CompareTo(other.Slot.Start)
        : Holder != other.Holder ? Holder.CompareTo(other.Holder)
        : Part.CompareTo(other.Part);

    /// <summary>Whose, which part of several, and when.</summary>
    /// <returns>For example <c>CHG-7 [2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)</c>.</returns>
    public override string ToString() => $"{Name} {Slot}";

    /// <summary>Whose, and which part unless it is the first.</summary>
    internal string Name => Part == 1 ? Holder.Value : FormattableString.Invariant($"{Holder} (part {Part})");

    internal IEnumerable<EnvironmentId> Environments => Targets.Select(target => target.Environment).Concat(ExclusiveEnvironments).Distinct();
}
