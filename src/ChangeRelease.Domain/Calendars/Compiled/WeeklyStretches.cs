using NodaTime;

namespace ChangeRelease.Domain.Calendars.Compiled;

/// <summary>Expands a weekly rule with whole numbers; only what a clock change disturbs is placed by the rule's own resolvers (S-43).</summary>
internal sealed class WeeklyStretches
{
    private const long Week = 7 * Microseconds.Day;

    private readonly PlacedRule _placed;
    private readonly long[] _startsOfWeek;
    private readonly long? _wallSpan;
    private readonly long _length;
    private readonly bool _areApart;

    private WeeklyStretches(PlacedRule placed, Recurrence.WeeklyRecurrence weekly)
    {
        _placed = placed;
        _startsOfWeek = [.. weekly.Days.Select(day => ((day - IsoDayOfWeek.Monday) * Microseconds.Day) + Microseconds.Of(weekly.At))];
        _wallSpan = placed.Rule.Length.WallSpanFrom(weekly.At);
        _length = _wallSpan ?? Microseconds.Of(placed.Rule.Length.Elapsed!.Value);
        _areApart = _startsOfWeek.Zip(_startsOfWeek.Skip(1).Append(_startsOfWeek[0] + Week)).All(pair => pair.Second - pair.First > _length) && _length > 0;
    }

    private long First => _startsOfWeek[0];

    private long Last => _startsOfWeek[^1];

    /// <summary>The expansion, if the rule is one that whole microseconds can say.</summary>
    public static WeeklyStretches? Of(PlacedRule placed) =>
        placed.Rule is { Recurrence: Recurrence.WeeklyRecurrence weekly, Length: var length }
        && placed.Rule.RunwayBefore == Duration.Zero
        && Microseconds.AreAllOf(weekly.At)
        && (length.WallSpanFrom(weekly.At) is not null || (length.Elapsed is { } elapsed && Microseconds.AreAllOf(elapsed)))
            ? new WeeklyStretches(placed, weekly)
            : null;

    /// <summary>About how many stretches there are in a range; not fewer.</summary>
    public int ExpectedIn(Slot range) => (int)Math.Min(((Microseconds.Of(range.Length) / Week) + 2) * _startsOfWeek.Length, 10_000);

    /// <summary>Adds everything that overlaps the bounds of a buffer, which are those of a range.</summary>
    /// <returns>False when the range leaves the years of the table of the zone; nothing is then added.</returns>
    public bool TryAdd(Slot range, ref EdgeBuffer to)
    {
        var rule = _placed.Rule;
        var table = ZoneTable.Of(_placed.Zone);
        var from = Microseconds.Of(range.Start) - _length - (3 * Microseconds.Day);
        var until = Microseconds.Of(range.End) + (3 * Microseconds.Day);
        if (!table.Covers(from, until + _length))
        {
            return false;
        }

        from = rule.ValidFrom is { } first ? Math.Max(from, Microseconds.Of(first.AtMidnight())) : from;
        until = rule.ValidUntil is { } last ? Math.Min(until, Microseconds.Of(last.AtMidnight())) : until;
        Add(table, from, until, ref to);
        return true;
    }

    private void Add(ZoneTable table, long from, long until, ref EdgeBuffer to)
    {
        var (atStart, atEnd) = (table.At(from), table.At(from));
        for (var monday = MondayOf(from); monday < until;)
        {
            var weeks = _areApart ? PlainWeeks(table.PlainAt(atStart), monday, from, until, to) : 0;
            if (weeks > 0)
            {
                to.AddApart(_startsOfWeek, monday - table.PlainAt(atStart).Offset, _length, Week, weeks);
                monday += weeks * Week;
            }
            else
            {
                AddWeek(table, monday, (from, until), ref atStart, ref atEnd, ref to);
                monday += Week;
            }
        }
    }

    /// <summary>How many weeks from a Monday on lie within everything: one stretch of the zone, the validity, and the bounds.</summary>
    private int PlainWeeks((long Offset, long From, long Until) plain, long monday, long from, long until, in EdgeBuffer to)
    {
        if (monday < plain.From || monday + First < from || monday + First - plain.Offset < to.From)
        {
            return 0;
        }

        var undisturbed = plain.Until - (_wallSpan is null ? Last : Last + _length);
        var limit = Math.Min(Math.Min(undisturbed, until - Last) - 1, to.Until + plain.Offset - Last - _length);
        return limit < monday ? 0 : (int)((limit - monday) / Week) + 1;
    }

    private void AddWeek(ZoneTable table, long monday, (long From, long Until) valid, ref int atStart, ref int atEnd, ref EdgeBuffer to)
    {
        foreach (var ofWeek in _startsOfWeek)
        {
            var local = monday + ofWeek;
            if (local >= valid.From && local < valid.Until)
            {
                AddOne(table, local, ref atStart, ref atEnd, ref to);
            }
        }
    }

    private void AddOne(ZoneTable table, long local, ref int atStart, ref int atEnd, ref EdgeBuffer to)
    {
        long end = 0;
        var isPlain = table.TryResolve(local, ref atStart, out var start)
            && (_wallSpan is not { } span || table.TryResolve(local + span, ref atEnd, out end));
        if (isPlain)
        {
            to.Add(start, _wallSpan is null ? start + _length : end);
        }
        else if (_placed.At(Microseconds.ToLocal(local)).Occurrence is { } occurrence)
        {
            to.Add(occurrence.Span);
        }
    }

    /// <summary>1970 began on a Thursday.</summary>
    private static long MondayOf(long local)
    {
        var sinceMonday = (local + (3 * Microseconds.Day)) % Week;
        return local - (sinceMonday < 0 ? sinceMonday + Week : sinceMonday);
    }
}
