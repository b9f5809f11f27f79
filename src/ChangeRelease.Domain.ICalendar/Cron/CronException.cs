using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Thrown when a cron expression or a duration cannot be used; it says everything that is wrong.</summary>
public sealed class CronException : FormatException
{
    internal CronException(ValueList<CronFault> faults)
        : base($"This cannot be used:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<CronFault> Faults { get; }
}
