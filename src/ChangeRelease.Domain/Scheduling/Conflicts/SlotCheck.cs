using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Whether work may go somewhere: window, freeze and conflict in one answer (S-45, S-50).</summary>
/// <remarks>While nothing is in the way it answers without allocating; what is, it explains when asked. How many a window holds is not looked at: that is counted where slots are booked.</remarks>
public sealed class SlotCheck
{
    private const int MostSteps = 1_000;

    private readonly long _last;

    private SlotCheck(CompiledCalendar calendar, ConflictProbe conflicts)
    {
        (Calendar, Conflicts) = (calendar, conflicts);
        _last = Microseconds.Of(calendar.Range.End - conflicts.Work.Slot.Length);
    }

    /// <summary>When it is open.</summary>
    public CompiledCalendar Calendar { get; }

    /// <summary>What may be in the way.</summary>
    public ConflictProbe Conflicts { get; }

    /// <summary>The work; its slot says how long it takes.</summary>
    public ScheduledWork Work => Conflicts.Work;

    /// <summary>Puts a calendar and a schedule together.</summary>
    /// <param name="calendar">The calendar, compiled for the targets of the work.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="work">The work; its slot says how long it takes.</param>
    /// <returns>What can be asked about any start in the range of the calendar.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The calendar is not compiled for every target of the work.</exception>
    public static SlotCheck Of(CompiledCalendar calendar, ConflictIndex schedule, ScheduledWork work)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(work);
        var missing = work.Targets.Except(calendar.Question.Targets).ToValueList();
        return missing.Count == 0
            ? new SlotCheck(calendar, schedule.Prepare(work))
            : throw new ArgumentException($"The calendar is not compiled for {string.Join(", ", missing)}.", nameof(calendar));
    }

    /// <summary>Whether the work may start at an instant: it is open for all of it, and no hard rule forbids it.</summary>
    /// <param name="start">The start; cut to the microsecond.</param>
    /// <returns>True when it may; soft rules may warn.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work would not lie within the range of the calendar.</exception>
    public bool MayStart(Instant start) => IsOpen(start) && Conflicts.IsClear(start);

    /// <summary>The same, with everything that speaks against it.</summary>
    /// <param name="start">The start; cut to the microsecond.</param>
    /// <param name="most">How many conflicts to tell.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work would not lie within the range of the calendar, or <paramref name="most"/> is not above zero.</exception>
    public SlotAnswer Explain(Instant start, int most = ConflictReport.Most)
    {
        ThrowIfOutside(start);
        var slot = Conflicts.SlotAt(start);
        return new SlotAnswer(Work, Calendar.Calendar.Judge(slot, Calendar.Question), Conflicts.Explain(start, most), () => EarliestStart(start));
    }

    /// <summary>Finds the earliest start at which the work may go, within the range of the calendar.</summary>
    /// <param name="notBefore">The earliest that will do; cut to the microsecond.</param>
    /// <returns>The start, or how far was looked.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work would not lie within the range of the calendar.</exception>
    public ClearStart EarliestStart(Instant notBefore)
    {
        ThrowIfOutside(notBefore);
        var (search, start) = (new ConflictSearch(Conflicts.Index, Work), notBefore.ToMicroseconds());
        for (var step = 0; step < MostSteps; step++)
        {
            if (Calendar.EarliestStart(start, Work.Slot.Length) is not { } open)
            {
                return new ClearStart(null, Microseconds.ToInstant(_last), IsSearched: true);
            }

            var clear = search.EarliestStart(open, Calendar.Range.End);
            if (clear.Start is not { } found || found == open)
            {
                return clear;
            }

            start = found;
        }

        return new ClearStart(null, start, IsSearched: false);
    }

    private bool IsOpen(Instant start)
    {
        ThrowIfOutside(start);
        return Calendar.EarliestStart(start, Work.Slot.Length) <= start;
    }

    private void ThrowIfOutside(Instant start)
    {
        if (Microseconds.Of(start) > _last)
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, $"The calendar is compiled for {Calendar.Range} only; extend it.");
        }
    }
}
