using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What reading a text came to: a value, or everything that is wrong with it.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record RecurrenceReading<T>
    where T : class
{
    internal RecurrenceReading(T? value, ValueList<RecurrenceFault> faults, ValueList<RecurrenceFault> departures) =>
        (Value, Faults, Departures) = (value, faults, departures);

    /// <summary>The value; null when there are faults.</summary>
    public T? Value { get; }

    /// <summary>Everything that is wrong; empty when there is a value.</summary>
    public ValueList<RecurrenceFault> Faults { get; }

    /// <summary>What RFC 5545 does not allow, but was read all the same (<see cref="RecurrenceDialect.Widened"/>).</summary>
    public ValueList<RecurrenceFault> Departures { get; }

    /// <summary>The value, where there has to be one.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="RecurrenceException">There are faults; it lists all of them.</exception>
    public T GetValueOrThrow() => Value ?? throw new RecurrenceException(Faults);
}
