namespace ChangeRelease.Domain.Calendars;

/// <summary>The judgement of a slot for one of several targets (S-48).</summary>
/// <param name="Target">The target.</param>
/// <param name="Judgement">What the calendar says about the slot.</param>
public sealed record TargetJudgement(Target Target, SlotJudgement Judgement);
