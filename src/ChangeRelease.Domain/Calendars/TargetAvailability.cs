namespace ChangeRelease.Domain.Calendars;

/// <summary>The answer for one of several targets (S-48: every target is decided by itself).</summary>
/// <param name="Target">The target.</param>
/// <param name="Availability">Whether it is open, why, until when, and what comes next.</param>
public sealed record TargetAvailability(Target Target, Availability Availability);
