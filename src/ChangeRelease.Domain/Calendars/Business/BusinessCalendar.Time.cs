using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

// Working time, as instants. Every search is bounded, and says when it met its bound (S-44).
public sealed partial class BusinessCalendar
{
    /// <summary>Offsets, hours of the day before, and hours that end on the day after together move a session by less than this.</summary>
    private const int SlackDays = 3;

    private const int NearbyDays = 8;
    private const int Growth = 2;

    /// <summary>The stretches of work in a stretch of time, as far as they lie in it.</summary>
    /// <param name="range">The stretch of time, at most <see cref="LongestReach"/> days.</param>
    /// <returns>The stretches; those that touch or overlap are one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="range"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="range"/> is too long, or leaves the years 1 to 8999.</exception>
    public SlotSet Sessions(Slot range)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.Length, Duration.FromDays(LongestReach), nameof(range));
        var (from, until) = (Checked(DayOf(range.Start), nameof(range)), Checked(DayOf(range.End), nameof(range)));
        var days = Enumerable.Range(-SlackDays, Period.DaysBetween(from, until) + (2 * SlackDays) + 1).Select(from.PlusDays);
        return SlotSet.Of(days.Where(day => LocalBounds.Holds(day.AtMidnight())).SelectMany(day => _placing.Slots(Plan(day)))).Intersect(SlotSet.Of(range));
    }

    /// <summary>How much of a stretch of time is worked.</summary>
    /// <param name="range">The stretch of time, at most <see cref="LongestReach"/> days.</param>
    /// <returns>The elapsed time of all sessions in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="range"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="range"/> is too long, or leaves the years 1 to 8999.</exception>
    public Duration WorkingTime(Slot range) => Sessions(range).Aggregate(Duration.Zero, (sum, session) => sum + session.Length);

    /// <summary>Finds the first instant by which so much has been worked since another.</summary>
    /// <param name="from">The instant from which working time counts; cut to the microsecond.</param>
    /// <param name="length">How much working time; zero or longer, cut to the microsecond.</param>
    /// <param name="reach">How many days to look at, from 1 to <see cref="LongestReach"/>.</param>
    /// <returns>The instant, which may be the end of a session; for no time at all, <paramref name="from"/> itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative, <paramref name="reach"/> leaves its bounds, or the search the years 1 to 8999.</exception>
    public WorkingTimeSearch AfterWorkingTime(Instant from, Duration length, int reach = OrdinaryReach) => Walk(
        from.ToMicroseconds(),
        length,
        (at, days) => new Slot(at, at + days),
        reach,
        (session, left) => session.Start + left);

    /// <summary>Finds the last instant from which so much will still be worked before another.</summary>
    /// <param name="until">The instant to which working time counts; cut to the microsecond.</param>
    /// <param name="length">How much working time; zero or longer, cut to the microsecond.</param>
    /// <param name="reach">How many days to look at, from 1 to <see cref="LongestReach"/>.</param>
    /// <returns>The instant, which may be the start of a session; for no time at all, <paramref name="until"/> itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative, <paramref name="reach"/> leaves its bounds, or the search the years 1 to 8999.</exception>
    public WorkingTimeSearch BeforeWorkingTime(Instant until, Duration length, int reach = OrdinaryReach) => Walk(
        until.ToMicroseconds(),
        length,
        (at, days) => new Slot(at - days, at),
        reach,
        (session, left) => session.End - left);

    internal LocalDate DayOf(Instant instant) => LocalText.In(_zone, instant).Date;

    private WorkingTimeSearch Walk(Instant start, Duration length, Func<Instant, Duration, Slot> stretch, int reach, Func<Slot, Duration, Instant> within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Duration.Zero);
        var (at, left, days, looked) = (start, length.ToMicroseconds(), NearbyDays, 0);
        if (left == Duration.Zero)
        {
            return new WorkingTimeSearch(start, start);
        }

        for (var most = CheckedReach(reach); looked < most; looked += days, days *= Growth)
        {
            days = Math.Min(days, most - looked);
            var part = stretch(at, Duration.FromDays(days));
            var isForward = part.Start == at;
            var sessions = Sessions(part);
            foreach (var session in isForward ? sessions : sessions.Reverse())
            {
                if (left <= session.Length)
                {
                    var found = within(session, left);
                    return new WorkingTimeSearch(found, found);
                }

                left -= session.Length;
            }

            at = isForward ? part.End : part.Start;
        }

        return new WorkingTimeSearch(null, at);
    }
}
