using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>An instant at which a calendar opens or closes, and what causes it (S-46).</summary>
public sealed record Turn
{
    internal Turn(Instant at, ValueList<Occurrence> because) => (At, Because) = (at, because);

    /// <summary>The first instant of the new state.</summary>
    public Instant At { get; }

    /// <summary>The freezes and windows that start or end then and so cause it.</summary>
    public ValueList<Occurrence> Because { get; }

    /// <summary>When, and what causes it.</summary>
    /// <returns>For example <c>2026-11-07T06:00:00Z: [window 'Weekend' from … to … Europe/London]</c>.</returns>
    public override string ToString() => $"{At.ToText()}: {Because}";
}
