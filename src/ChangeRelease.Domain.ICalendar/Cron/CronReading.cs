using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What reading a cron expression, or a duration beside it, came to: a value, or everything that is wrong with it.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record CronReading<T>
    where T : class
{
    internal CronReading(T? value, ValueList<CronFault> faults) => (Value, Faults) = (value, faults);

    /// <summary>The value; null when there are faults.</summary>
    public T? Value { get; }

    /// <summary>Everything that is wrong; empty when there is a value.</summary>
    public ValueList<CronFault> Faults { get; }

    /// <summary>The value, where there has to be one.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="CronException">There are faults; it lists all of them.</exception>
    public T GetValueOrThrow() => Value ?? throw new CronException(Faults);
}
