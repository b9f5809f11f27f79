namespace ChangeRelease.Domain.Calendars;

/// <summary>What a rule keeps when the time zone data change (S-49).</summary>
public enum ZonePolicy
{
    /// <summary>The local time, so that it takes place at other instants; for people who live by the clock. What holds unless another policy is stated.</summary>
    KeepLocal,

    /// <summary>The instants, so that it takes place at other local times; for what was agreed upon with others elsewhere.</summary>
    KeepInstant,
}
