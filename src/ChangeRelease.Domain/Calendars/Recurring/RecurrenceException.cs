using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Thrown when a recurrence is wrong; it says everything that is.</summary>
public sealed class RecurrenceException : FormatException
{
    internal RecurrenceException(ValueList<RecurrenceFault> faults)
        : base($"This is no recurrence:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<RecurrenceFault> Faults { get; }
}
