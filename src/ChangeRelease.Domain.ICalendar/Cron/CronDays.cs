namespace ChangeRelease.Domain.ICalendar;

/// <summary>What a cron expression means that restricts the day of the month and the day of the week at once. Programs differ.</summary>
public enum CronDays
{
    /// <summary>Both have to hold, as Cronos reads it: <c>0 0 13 * 5</c> is Friday the 13th.</summary>
    Both,

    /// <summary>It is refused. Say this where the expression comes from crontab, Kubernetes or Argo CD: there one of them is enough, which no single rule can say.</summary>
    Refused,
}
