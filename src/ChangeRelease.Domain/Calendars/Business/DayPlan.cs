using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a day is to be, on the wall clock.</summary>
/// <param name="Date">The day.</param>
/// <param name="Stretches">When it is worked, in order; none when it is off.</param>
/// <param name="Occasions">The titles of what makes it other than its weekday says.</param>
/// <param name="IsHoliday">Whether a holiday has it off.</param>
internal sealed record DayPlan(LocalDate Date, IReadOnlyList<LocalStretch> Stretches, ValueList<string> Occasions, bool IsHoliday)
{
    public bool IsWorked => Stretches.Count > 0;
}
