namespace ChangeRelease.Domain.Calendars;

/// <summary>A part of a slot that lies in no window of a target whose windows, or closed default, decide (S-45).</summary>
/// <param name="Target">The target.</param>
/// <param name="Span">The part.</param>
public sealed record Gap(Target Target, Slot Span)
{
    /// <summary>The part and the target.</summary>
    /// <returns>For example <c>payments in production [2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)</c>.</returns>
    public override string ToString() => $"{Target} {Span}";
}
