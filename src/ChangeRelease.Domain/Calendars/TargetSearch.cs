namespace ChangeRelease.Domain.Calendars;

/// <summary>The search for a slot for one of several targets (S-48).</summary>
/// <param name="Target">The target.</param>
/// <param name="Search">Its earliest slot, or why none fits.</param>
public sealed record TargetSearch(Target Target, SlotSearch Search);
