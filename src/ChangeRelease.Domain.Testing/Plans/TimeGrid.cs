using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>The grid of a problem on the line of time: its points are whole granules from 1970 in UTC.</summary>
internal sealed class TimeGrid(Slot horizon, Duration granule)
{
    private readonly long _ticks = granule.BclCompatibleTicks;

    /// <summary>The first point within the horizon.</summary>
    public Instant First => AtOrAfter(horizon.Start);

    public bool Has(Instant instant) => AtOrBefore(instant) == instant;

    public Instant AtOrBefore(Instant instant) => Instant.FromUnixTimeTicks(Floor(instant.ToUnixTimeTicks()));

    public Instant AtOrAfter(Instant instant) => Instant.FromUnixTimeTicks(-Floor(-instant.ToUnixTimeTicks()));

    /// <summary>The shortest whole granules that hold a length.</summary>
    public Duration Up(Duration length) => Duration.FromTicks(-Floor(-length.BclCompatibleTicks));

    /// <summary>How many granules there are from one point to another; negative when the other is before.</summary>
    public long Count(Instant from, Instant to) => (to - from).BclCompatibleTicks / _ticks;

    /// <summary>How many granules hold a length.</summary>
    public long CountUp(Duration length) => Up(length).BclCompatibleTicks / _ticks;

    /// <summary>The points within a span, the first and the last always among them, and of the rest no more than some.</summary>
    public IEnumerable<Instant> Points(Slot span, long most = long.MaxValue)
    {
        var (first, last) = (AtOrAfter(span.Start), AtOrBefore(span.End - Duration.FromTicks(1)));
        var step = Math.Max(1, Count(first, last) / most) * granule;
        for (var point = first; point < last; point += step)
        {
            yield return point;
        }

        if (first <= last)
        {
            yield return last;
        }
    }

    private long Floor(long ticks) => ticks - (((ticks % _ticks) + _ticks) % _ticks);
}
