namespace ChangeRelease.Domain.ICalendar;

/// <summary>Which cron is meant: there is no standard.</summary>
public sealed record CronSettings
{
    /// <summary>Five fields, Sunday is 0, days of month and week hold both.</summary>
    public static CronSettings Ordinary { get; } = new();

    /// <summary>Whether a field of seconds comes first; ordinarily not.</summary>
    public bool HasSeconds { get; init; }

    /// <summary>Whether Sunday may also be written as 7; ordinarily that is a fault, as it is to Argo CD and Kubernetes.</summary>
    public bool TakesSeven { get; init; }

    /// <summary>What it means when day of month and day of week are both restricted; ordinarily <see cref="CronDays.Both"/>.</summary>
    public CronDays Days { get; init; }
}
