namespace ChangeRelease.Domain.Calendars;

/// <summary>The answer for one of several targets (S-48: every target is decided by itself).</summary>
/// <param name="Target">The target.</param>
/// <param name="Availability">Whether it is open, why, until when, and what comes next.</param>
public sealed record TargetAvailability(Target Target, Availability Availability);

/// <summary>The judgement of a slot for one of several targets (S-48).</summary>
/// <param name="Target">The target.</param>
/// <param name="Judgement">What the calendar says about the slot.</param>
public sealed record TargetJudgement(Target Target, SlotJudgement Judgement);

/// <summary>The search for a slot for one of several targets (S-48).</summary>
/// <param name="Target">The target.</param>
/// <param name="Search">Its earliest slot, or why none fits.</param>
public sealed record TargetSearch(Target Target, SlotSearch Search);
