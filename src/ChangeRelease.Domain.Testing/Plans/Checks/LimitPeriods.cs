using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>The days or weeks of a limit, in its zone.</summary>
internal sealed class LimitPeriods(PlacementLimit limit, DateTimeZone zone)
{
    private readonly int _days = limit.Per == LimitPeriod.Week ? 7 : 1;

    /// <summary>Every period that a slot touches.</summary>
    public IEnumerable<Slot> TouchedBy(Slot slot)
    {
        // A clock that is set back over midnight must not begin a day twice: one day earlier is early enough.
        for (var day = FirstDayOf(slot.Start.InZone(zone).Date.PlusDays(-1)); BeginOf(day) < slot.End; day = day.PlusDays(_days))
        {
            var (begin, end) = (BeginOf(day), BeginOf(day.PlusDays(_days)));
            if (begin < end && end > slot.Start)
            {
                yield return new Slot(begin, end);
            }
        }
    }

    private LocalDate FirstDayOf(LocalDate day) => limit.Per == LimitPeriod.Week ? day.PlusDays(1 - (int)day.DayOfWeek) : day;

    private Instant BeginOf(LocalDate day) => zone.AtStartOfDay(day).ToInstant();
}
