using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Thrown when the hours of a business calendar are wrong; it says everything that is.</summary>
public sealed class BusinessDefinitionException : Exception
{
    internal BusinessDefinitionException(CalendarId calendar, ValueList<BusinessFault> faults)
        : base($"The business calendar '{calendar}' cannot be defined:\n{string.Join('\n', faults)}") => Faults = faults;

    /// <summary>Every fault; at least one.</summary>
    public ValueList<BusinessFault> Faults { get; }
}
