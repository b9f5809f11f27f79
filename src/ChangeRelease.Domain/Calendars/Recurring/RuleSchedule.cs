using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The starts of one rule from its first start to its end.</summary>
internal sealed class RuleSchedule
{
    private readonly RuleWalk _walk;
    private readonly long _first;
    private readonly Lazy<RuleEnd> _end;

    public RuleSchedule(RecurrenceRule rule, LocalDateTime start)
    {
        (_first, _walk) = (RecurrenceTimes.Seconds(start), RuleWalk.Of(rule.Parts, start));
        _end = new Lazy<RuleEnd>(() => rule.Parts.End switch
        {
            RecurrenceEnd.CountEnd end => Counted(end.Count),
            RecurrenceEnd.LocalEnd end => new RuleEnd(Math.Min(RecurrenceTimes.Seconds(end.Last), SetSchedule.Latest), IsKnown: true, Steps: 0),
            _ => new RuleEnd(SetSchedule.Latest, IsKnown: true, Steps: 0),
        });
    }

    /// <summary>The end; counted once, within bounds.</summary>
    public RuleEnd End => _end.Value;

    public int MostStartsOfADay => _walk.MostStartsOfADay;

    public long? Next(long from, long until, SearchEffort effort) => Within(_walk.Next(Math.Max(from, _first), Math.Min(until, End.Last), effort), until, effort);

    public long? Previous(long until, long from, SearchEffort effort)
    {
        if (!End.IsKnown && until > End.Last)
        {
            effort.Spend(until);
            return null;
        }

        return _walk.Previous(Math.Min(until, End.Last), Math.Max(from, _first), effort);
    }

    // What comes after an end that could not be counted to is not known.
    private long? Within(long? found, long until, SearchEffort effort)
    {
        if (found is null && !effort.IsSpent && !End.IsKnown && until > End.Last)
        {
            effort.Spend(End.Last + 1);
        }

        return found;
    }

    private RuleEnd Counted(int count)
    {
        var effort = new SearchEffort(RecurrenceLimits.OrdinarySteps);
        var last = _walk.Numbered(count, _first, SetSchedule.Latest, effort);
        return effort.IsSpent
            ? new RuleEnd(effort.Reached - 1, IsKnown: false, effort.Taken)
            : new RuleEnd(last ?? SetSchedule.Latest, IsKnown: true, effort.Taken);
    }

    /// <summary>The last start, or the latest that may be one.</summary>
    internal sealed record RuleEnd(long Last, bool IsKnown, int Steps);
}
