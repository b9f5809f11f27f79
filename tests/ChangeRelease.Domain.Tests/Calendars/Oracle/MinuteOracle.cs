using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Oracle;

/// <summary>An occurrence as minutes of a table, the end outside; named by its rule and nominal day.</summary>
internal sealed record Minutes(RuleCase Rule, LocalDate Day, int Start, int End)
{
    public bool Overlaps(int start, int end) => Start < end && start < End;
}

/// <summary>The calendar, worked out minute by minute by looking at every day's wall clock: slow and plain.</summary>
internal sealed class MinuteOracle
{
    private readonly CalendarCase _case;
    private readonly List<Minutes> _occurrences = [];

    public MinuteOracle(CalendarCase calendar)
    {
        _case = calendar;
        foreach (var rule in calendar.Rules)
        {
            AddOccurrences(rule, calendar.TableOf(rule.Zone));
            MergeThoseThatStartTogether(rule);
        }
    }

    /// <summary>Whether some wall-clock time of a rule was skipped or repeated.</summary>
    public bool MetClockChange { get; private set; }

    /// <summary>Whether some occurrence was left without time.</summary>
    public bool MetEmptied { get; private set; }

    public IEnumerable<Minutes> Occurrences => _occurrences;

    public IEnumerable<Minutes> Freezes(Target target) => _occurrences.Where(found =>
        found.Rule.IsFreeze && found.Rule.Scope.Matches(target) && !(found.Rule.ExemptsUrgent && _case.AsksAsUrgent));

    public IEnumerable<Minutes> Windows(Target target) => _occurrences.Where(found => !found.Rule.IsFreeze && found.Rule.Scope.Matches(target));

    public bool[] Frozen(Target target) => Fill(Freezes(target));

    public bool[] Covered(Target target) => _case.Rules.Any(rule => !rule.IsFreeze && rule.Scope.Matches(target))
        ? Fill(Windows(target))
        : [.. Enumerable.Repeat(_case.Otherwise == CalendarDefault.OpenByDefault, WallTable.Minutes)];

    public static bool[] Fill(IEnumerable<Minutes> spans)
    {
        var bits = new bool[WallTable.Minutes];
        foreach (var span in spans)
        {
            Array.Fill(bits, true, span.Start, Math.Min(span.End, WallTable.Minutes) - span.Start);
        }

        return bits;
    }

    private void AddOccurrences(RuleCase rule, WallTable table)
    {
        var clock = rule.Clock ?? (rule.IsFreeze ? ClockChange.ForFreezes : ClockChange.ForWindows);
        for (var date = table.Read(0).Date.PlusDays(1); date < table.Read(WallTable.Minutes - 1).Date.PlusDays(-5); date = date.PlusDays(1))
        {
            if (!rule.StartsOn(date))
            {
                continue;
            }

            var start = Resolve(table, date + rule.Time, clock.SkippedStart, clock.RepeatedStart);
            var end = rule.Ends == Ends.AfterMinutes
                ? start + rule.Amount
                : Resolve(table, EndOf(rule, date), clock.SkippedEnd, clock.RepeatedEnd);
            if (start < end)
            {
                _occurrences.Add(new Minutes(rule, date, start.Value, end.Value));
            }
            else
            {
                MetEmptied = true;
            }
        }
    }

    /// <summary>Where a day is skipped, what would have started on it starts with what starts on the next: they are one.</summary>
    private void MergeThoseThatStartTogether(RuleCase rule)
    {
        foreach (var together in _occurrences.Where(found => found.Rule == rule).GroupBy(found => found.Start).Where(group => group.Count() > 1).ToList())
        {
            _occurrences.RemoveAll(together.Contains);
            _occurrences.Add(together.First() with { End = together.Max(found => found.End) });
        }
    }

    private static LocalDateTime EndOf(RuleCase rule, LocalDate date) => rule.Ends switch
    {
        Ends.AtTime => (rule.EndTime > rule.Time ? date : date.PlusDays(1)) + rule.EndTime,
        Ends.DaysLaterAtTime => date.PlusDays(rule.Amount) + rule.EndTime,
        _ => date.PlusDays(Period.DaysBetween(rule.Date, rule.EndDate)) + rule.EndTime,
    };

    private int? Resolve(WallTable table, LocalDateTime local, SkippedTime skipped, RepeatedTime repeated)
    {
        var minutes = table.MinutesOf(local);
        MetClockChange |= minutes.Count != 1;
        if (minutes.Count > 0)
        {
            return repeated == RepeatedTime.First ? minutes[0] : minutes[^1];
        }

        var (after, first) = table.JumpOver(local) ?? throw new InvalidOperationException($"{local} is not in the table.");
        return skipped switch
        {
            SkippedTime.ForwardByGap => after + (int)Period.Between(first, local, PeriodUnits.Minutes).Minutes,
            SkippedTime.AfterGap => after,
            _ => null,
        };
    }
}
