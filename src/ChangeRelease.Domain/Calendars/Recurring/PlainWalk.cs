namespace ChangeRelease.Domain.Calendars;

/// <summary>The walk of a rule whose days all have the same times, and whose interval leaves no day out.</summary>
internal sealed class PlainWalk(DayMasks days, DayPattern times) : RuleWalk
{
    public override int MostStartsOfADay => times.Count;

    public override long? Next(long from, long until, SearchEffort effort)
    {
        var ((day, second), last) = (CivilDays.Split(from), CivilDays.Split(until).Day);
        while (times.Count > 0 && days.Next(day, last, effort) is { } found)
        {
            if (times.Next(found == day ? second : 0) is >= 0 and var time)
            {
                var start = ((long)found * CivilDays.Seconds) + time;
                return start <= until ? start : null;
            }

            (day, second) = (found + 1, 0);
        }

        return null;
    }

    public override long? Previous(long until, long from, SearchEffort effort)
    {
        var ((day, second), first) = (CivilDays.Split(until), CivilDays.Split(from).Day);
        while (times.Count > 0 && days.Previous(day, first, effort) is { } found)
        {
            if (times.Previous(found == day ? second : CivilDays.Seconds - 1) is >= 0 and var time)
            {
                var start = ((long)found * CivilDays.Seconds) + time;
                return start >= from ? start : null;
            }

            (day, second) = (found - 1, CivilDays.Seconds - 1);
        }

        return null;
    }

    public override long? Numbered(int number, long from, long until, SearchEffort effort)
    {
        var ((day, second), last) = (CivilDays.Split(from), CivilDays.Split(until).Day);
        if (times.Count == 0)
        {
            return null;
        }

        // Counted from the start of its day, as if nothing of that day were before it.
        var rank = number - 1L + (days.Contains(day) ? times.CountBelow(second) : 0);
        for (var year = CivilDays.YearOf(day); day <= last && effort.Step((long)day * CivilDays.Seconds); day = CivilDays.YearStart(++year))
        {
            var (mask, start) = (days.Of(year), CivilDays.YearStart(year));
            var before = mask.CountBelow(day - start);
            var inYear = (long)(mask.Count - before) * times.Count;
            if (rank < inYear)
            {
                var found = start + mask.At(before + (int)(rank / times.Count));
                var position = ((long)found * CivilDays.Seconds) + times.At((int)(rank % times.Count));
                return position <= until ? position : null;
            }

            rank -= inYear;
        }

        return null;
    }
}
