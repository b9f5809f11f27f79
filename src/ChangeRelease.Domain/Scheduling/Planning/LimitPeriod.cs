namespace ChangeRelease.Domain.Scheduling;

/// <summary>For which stretch of local time a limit counts.</summary>
public enum LimitPeriod
{
    /// <summary>From midnight to midnight.</summary>
    Day,

    /// <summary>From Monday to Monday, at midnight.</summary>
    Week,
}
