namespace ChangeRelease.Domain.ICalendar;

/// <summary>One thing that is wrong with a cron expression or a duration beside it, or that no rule of RFC 5545 can say.</summary>
public sealed record CronFault
{
    internal CronFault(string code, string part, string message) => (Code, Part, Message) = (code, part, message);

    /// <summary>The stable code, <c>calendar.cron.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The part it is about, for example <c>day of week</c>.</summary>
    public string Part { get; }

    /// <summary>What is wrong, and what would mend it.</summary>
    public string Message { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>calendar.cron.seven (day of week): Sunday is 0 here, not 7. …</c></returns>
    public override string ToString() => $"{Code} ({Part}): {Message}";
}
