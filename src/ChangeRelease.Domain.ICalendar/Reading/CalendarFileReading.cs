using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What reading a calendar file came to: its content, or everything that is wrong with it; and what has no effect.</summary>
public sealed record CalendarFileReading
{
    internal CalendarFileReading(CalendarFile? value, ValueList<CalendarFileFault> faults, ValueList<IgnoredLine> ignored) =>
        (Value, Faults, Ignored) = (value, faults, ignored);

    /// <summary>The content; null when there are faults.</summary>
    public CalendarFile? Value { get; }

    /// <summary>Everything that is wrong, in the order of lines; empty when there is content.</summary>
    public ValueList<CalendarFileFault> Faults { get; }

    /// <summary>What has no effect, in the order of lines.</summary>
    public ValueList<IgnoredLine> Ignored { get; }

    /// <summary>The content, where there has to be some.</summary>
    /// <returns>The content.</returns>
    /// <exception cref="CalendarFileException">There are faults; it lists all of them.</exception>
    public CalendarFile GetValueOrThrow() => Value ?? throw new CalendarFileException(Faults);
}
