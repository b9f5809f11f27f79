using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The bookings of a calendar, as seen by one of its holders (S-51).</summary>
/// <param name="Others">The slots that others hold, with what they hold them for.</param>
/// <param name="Own">The slots that this one holds, confirmed; empty when it holds none.</param>
public sealed record Bookings(ValueList<Holding> Others, ValueList<Slot> Own)
{
    /// <summary>Nobody holds anything.</summary>
    public static Bookings None { get; } = new(ValueList<Holding>.Empty, ValueList<Slot>.Empty);
}

/// <summary>A slot that is held.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Targets">What it is held for; only windows about one of these targets count it.</param>
public sealed record Holding(Slot Slot, ValueList<Target> Targets);
