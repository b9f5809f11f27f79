using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The whole granules of a horizon: granule zero begins at or after its start.</summary>
internal sealed class PlanningGrid
{
    private readonly long _granule;
    private readonly long _origin;

    public PlanningGrid(Slot horizon, Duration granule)
    {
        _granule = Microseconds.Of(granule);
        _origin = CeilingOf(Microseconds.Of(horizon.Start)) * _granule;
        Count = checked((int)Math.Max(0, (Microseconds.Of(horizon.End) - _origin) / _granule));
    }

    /// <summary>How many whole granules the horizon holds.</summary>
    public int Count { get; }

    public static long CountOf(Slot horizon, Duration granule) => Microseconds.Of(horizon.Length) / Math.Max(1, Microseconds.Of(granule));

    public Instant ToInstant(int granule) => Microseconds.ToInstant(_origin + (granule * _granule));

    public Slot ToSlot(int start, int length) => new(ToInstant(start), ToInstant(start + length));

    public Duration ToDuration(long granules) => Duration.FromTicks(granules * _granule * 10);

    /// <summary>The first granule that begins at or after an instant; below zero or beyond the end where that lies outside.</summary>
    public int AtOrAfter(long microseconds) => Clamped(CeilingOf(microseconds - _origin));

    /// <summary>The last granule that begins at or before an instant.</summary>
    public int AtOrBefore(long microseconds) => Clamped(FloorOf(microseconds - _origin));

    public int AtOrAfter(Instant instant) => AtOrAfter(Microseconds.Of(instant));

    public int AtOrBefore(Instant instant) => AtOrBefore(Microseconds.Of(instant));

    public bool Begins(Instant instant) => (Microseconds.Of(instant) - _origin) % _granule == 0;

    /// <summary>The least number of granules that hold a length.</summary>
    public int Up(Duration length) => Clamped(CeilingOf(Signed(length)));

    /// <summary>The greatest number of granules that a length holds.</summary>
    public int Down(Duration length) => Clamped(FloorOf(Signed(length)));

    private static long Signed(Duration length) => length < Duration.Zero ? -Microseconds.Of(-length) : Microseconds.Of(length);

    private static int Clamped(long granules) => (int)Math.Clamp(granules, -PlanningProblem.MostGranules, PlanningProblem.MostGranules);

    private long CeilingOf(long microseconds) => -FloorOf(-microseconds);

    private long FloorOf(long microseconds) => (microseconds / _granule) - (microseconds % _granule < 0 ? 1 : 0);
}
