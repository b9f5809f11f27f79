using System.Runtime.CompilerServices;
using NodaTime;

namespace ChangeRelease.Domain.Calendars.Compiled;

/// <summary>The offsets of a zone over the years that calendars are mostly asked about, in whole microseconds; found once for each zone.</summary>
internal sealed class ZoneTable
{
    private const long MicrosecondsOfSecond = 1_000_000;

    private static readonly ConditionalWeakTable<DateTimeZone, ZoneTable> _known = [];
    private static readonly Instant _from = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant _until = Instant.FromUtc(2100, 1, 1, 0, 0);

    private readonly Stretch[] _stretches;
    private readonly bool _isTangled;

    private ZoneTable(DateTimeZone zone)
    {
        _stretches = StretchesOf(zone);
        _isTangled = _stretches.Zip(_stretches.Skip(1)).Any(pair => pair.Second.DisturbedFrom < pair.First.DisturbedUntil);
    }

    /// <summary>The first wall-clock time that the table is sure of.</summary>
    private static long First { get; } = Microseconds.Of(_from) + (2 * Microseconds.Day);

    /// <summary>The first wall-clock time that it is no longer sure of.</summary>
    private static long Last { get; } = Microseconds.Of(_until) - (2 * Microseconds.Day);

    public static ZoneTable Of(DateTimeZone zone) => _known.GetValue(zone, found => new ZoneTable(found));

    /// <summary>Whether all wall-clock times of a stretch can be told, undisturbed or disturbed.</summary>
    public bool Covers(long from, long until) => !_isTangled && First <= from && until < Last;

    /// <summary>The stretch of the table in which a wall-clock time lies, or the one before the clock change that disturbs it.</summary>
    public int At(long local)
    {
        var (low, high) = (0, _stretches.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _stretches[middle].DisturbedUntil <= local ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(low - 1, 0);
    }

    /// <summary>Finds the instant of a wall-clock time that exists exactly once.</summary>
    /// <param name="local">The time; not earlier than when last asked with the same place.</param>
    /// <param name="at">The place in the table, which moves on.</param>
    /// <param name="instant">The instant.</param>
    /// <returns>False when a clock change skips or repeats the time.</returns>
    public bool TryResolve(long local, ref int at, out long instant)
    {
        var stretches = _stretches;
        while (at + 1 < stretches.Length && local >= stretches[at + 1].DisturbedUntil)
        {
            at++;
        }

        instant = local - stretches[at].Offset;
        return at + 1 == stretches.Length || local < stretches[at + 1].DisturbedFrom;
    }

    /// <summary>The stretch at a place of the table: its offset, and the wall-clock times that it shows and nothing disturbs.</summary>
    public (long Offset, long From, long Until) PlainAt(int at) =>
        (_stretches[at].Offset, _stretches[at].DisturbedUntil, at + 1 < _stretches.Length ? _stretches[at + 1].DisturbedFrom : long.MaxValue / 2);

    private static Stretch[] StretchesOf(DateTimeZone zone)
    {
        var found = new List<Stretch>();
        var before = default(long?);
        foreach (var interval in zone.GetZoneIntervals(new Interval(_from, _until)))
        {
            var offset = interval.WallOffset.Seconds * MicrosecondsOfSecond;
            var start = interval.HasStart ? Microseconds.Of(interval.Start) : long.MinValue / 2;
            found.Add(new Stretch(start + Math.Min(offset, before ?? offset), start + Math.Max(offset, before ?? offset), offset));
            before = offset;
        }

        return [.. found];
    }

    /// <summary>A stretch with one offset, and the wall-clock times that the change at its beginning skips or repeats.</summary>
    private readonly record struct Stretch(long DisturbedFrom, long DisturbedUntil, long Offset);
}
