using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The starts of a set: those of its rules and dates, less what is excluded or overridden, with what was moved.</summary>
internal sealed class SetSchedule
{
    private readonly RuleSchedule[] _rules;
    private readonly long[] _single;
    private readonly HashSet<long> _gone;
    private readonly HashSet<int> _goneDays;

    public SetSchedule(RecurrenceSet set)
    {
        _rules = [.. set.Rules.Select(rule => new RuleSchedule(rule, set.Start))];
        _gone = [.. set.Excluded.Concat(set.Overrides.Select(one => one.Original)).Select(RecurrenceTimes.Seconds)];
        _goneDays = [.. set.ExcludedDays.Select(day => CivilDays.Split(RecurrenceTimes.Seconds(day.AtMidnight())).Day)];
        var dates = _rules.Length == 0 ? set.Added.With(set.Start) : set.Added;
        var moved = set.Overrides.Select(one => one.MovedTo).OfType<LocalDateTime>().Select(RecurrenceTimes.Seconds);
        _single = [.. dates.Select(RecurrenceTimes.Seconds).Where(start => !IsGone(start)).Concat(moved).Distinct().Order()];
    }

    /// <summary>The last second at which anything may start.</summary>
    public static long Latest { get; } = RecurrenceTimes.Seconds(RecurrenceTimes.End) - 1;

    /// <summary>The first.</summary>
    public static long Earliest { get; } = RecurrenceTimes.Seconds(RecurrenceTimes.Earliest);

    public bool HasKnownEnds => Array.TrueForAll(_rules, rule => rule.End.IsKnown);

    /// <summary>What counting to the ends of the rules took.</summary>
    public int StepsToEnds => _rules.Sum(rule => rule.End.Steps);

    /// <summary>No day has more starts by the rules.</summary>
    public int MostStartsOfADay => _rules.Sum(rule => rule.MostStartsOfADay);

    /// <summary>Nothing starts after this, unless it is not known.</summary>
    public long LastOfAll => Math.Max(
        _single.Length > 0 ? _single[^1] : Earliest - 1,
        _rules.Length > 0 ? _rules.Max(rule => rule.End.IsKnown ? rule.End.Last : Latest) : Earliest - 1);

    /// <summary>The first start from a time on, that is not after another; null when there is none, or when the steps are spent.</summary>
    public long? Next(long from, long until, SearchEffort effort)
    {
        var at = Array.BinarySearch(_single, from);
        long? found = (at < 0 ? ~at : at) is var index && index < _single.Length && _single[index] <= until ? _single[index] : null;
        foreach (var rule in _rules)
        {
            found = Earlier(found, NextOf(rule, from, found ?? until, effort));
        }

        return effort.IsSpent ? null : found;
    }

    /// <summary>The last start up to a time, that is not before another; null when there is none, or when the steps are spent.</summary>
    public long? Previous(long until, long from, SearchEffort effort)
    {
        var at = Array.BinarySearch(_single, until);
        long? found = (at < 0 ? ~at - 1 : at) is var index && index >= 0 && _single[index] >= from ? _single[index] : null;
        foreach (var rule in _rules)
        {
            found = Later(found, PreviousOf(rule, until, found ?? from, effort));
        }

        return effort.IsSpent ? null : found;
    }

    private long? NextOf(RuleSchedule rule, long from, long until, SearchEffort effort)
    {
        var found = rule.Next(from, until, effort);
        while (found is { } start && IsGone(start))
        {
            found = rule.Next(start + 1, until, effort);
        }

        return found;
    }

    private long? PreviousOf(RuleSchedule rule, long until, long from, SearchEffort effort)
    {
        var found = rule.Previous(until, from, effort);
        while (found is { } start && IsGone(start))
        {
            found = rule.Previous(start - 1, from, effort);
        }

        return found;
    }

    private bool IsGone(long start) => _gone.Contains(start) || (_goneDays.Count > 0 && _goneDays.Contains(CivilDays.Split(start).Day));

    private static long? Earlier(long? one, long? other) => one is null || other < one ? other : one;

    private static long? Later(long? one, long? other) => one is null || other > one ? other : one;
}
