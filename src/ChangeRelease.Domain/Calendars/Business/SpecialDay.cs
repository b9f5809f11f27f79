using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Days that are worked at hours of their own, whatever their weekday or a holiday says.</summary>
public sealed record SpecialDay
{
    /// <summary>Takes the days and their hours.</summary>
    /// <param name="occasion">The days.</param>
    /// <param name="hours">The hours, in order; none is a fault of the calendar.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SpecialDay(Occasion occasion, params ReadOnlySpan<WorkingHours> hours)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        (Occasion, Hours) = (occasion, hours.ToArray().Select(one => one ?? throw new ArgumentNullException(nameof(hours))).ToValueList());
    }

    /// <summary>The days.</summary>
    public Occasion Occasion { get; }

    /// <summary>Their hours, in order; several with breaks between them.</summary>
    public ValueList<WorkingHours> Hours { get; }
}
