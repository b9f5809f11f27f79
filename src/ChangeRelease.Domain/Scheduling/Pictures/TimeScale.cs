using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Where instants stand from left to right; what lies outside stands at the edge.</summary>
internal sealed class TimeScale(Slot range, int left, int width)
{
    private readonly long _start = Microseconds.Of(range.Start);
    private readonly long _length = Microseconds.Of(range.End) - Microseconds.Of(range.Start);

    public int Left => left;

    public int Right => left + width;

    public int X(Instant instant) => X(Microseconds.Of(instant));

    /// <summary>Where a slot stands; at least as wide as can be seen.</summary>
    public (int From, int Until) Across(Slot slot, int least)
    {
        var (from, until) = (X(slot.Start), X(slot.End));
        return until - from >= least ? (from, until) : Math.Min(from, Right - least) is var moved ? (moved, moved + least) : default;
    }

    /// <summary>Where slots stand, those that the eye cannot tell apart in one; in order of time.</summary>
    public IEnumerable<(int From, int Until)> Merged(IEnumerable<Slot> slots, int least)
    {
        (int From, int Until)? last = null;
        foreach (var slot in slots)
        {
            var next = Across(slot, least);
            if (last is { } open && next.From > open.Until)
            {
                yield return open;
                last = next;
            }
            else
            {
                last = last is { } grown ? (grown.From, Math.Max(grown.Until, next.Until)) : next;
            }
        }

        if (last is { } rest)
        {
            yield return rest;
        }
    }

    private int X(long microseconds) => left + (int)((Int128)Math.Clamp(microseconds - _start, 0, _length) * width / _length);
}
