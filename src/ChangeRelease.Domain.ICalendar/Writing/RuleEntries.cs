using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Puts single rules into entries.</summary>
internal sealed class RuleEntries(ChangeCalendar calendar, CalendarExportSettings settings, List<ExportFault> faults)
{
    private const int StartsLookedAt = 40;
    private const int LongYear = 367;

    private static readonly LocalDateTime _earliest = new(1, 1, 3, 0, 0);

    /// <summary>The entry; null when it never starts again, or when there is a fault.</summary>
    public CalendarEntry? Of(CalendarRule rule)
    {
        var set = Starts(rule);
        return set is not null && Length(rule, set) is { } length
            ? new CalendarEntry(Uid(rule), rule.Zone, set, length)
            {
                Sequence = calendar.Version,
                Summary = rule.Title,
                Description = Description(rule),
                Categories = [rule is Freeze ? "FREEZE" : "WINDOW"],
            }
            : null;
    }

    private string Uid(CalendarRule rule)
    {
        var uid = $"{rule.Id}@{calendar.Id}";
        return Identifier.Problem(uid) is null ? uid : $"{Digest.Of(System.Text.Encoding.UTF8.GetBytes(uid))}";
    }

    private static string Description(CalendarRule rule) => string.Join('\n', new[]
    {
        rule is Freeze freeze ? freeze.Reason : string.Empty,
        $"For {rule.Scope}.",
    }.Where(line => line.Length > 0));

    private RecurrenceSet? Starts(CalendarRule rule)
    {
        try
        {
            return Reaching(rule) is not { } set ? null
                : rule.ValidUntil is { } until ? Until(rule, Since(rule, set), until)
                : Since(rule, set);
        }
        catch (RecurrenceException exact)
        {
            return Refused(rule, "fraction-of-a-second", exact.Faults[0].Message);
        }
    }

    /// <summary>The starts of what still lasts on the first day, and of all after it.</summary>
    private RecurrenceSet? Reaching(CalendarRule rule)
    {
        var (earliest, from) = (rule.ValidFrom?.AtMidnight() ?? _earliest, settings.From.AtMidnight());
        if (rule.Recurrence.ToSet(earliest) is not { } all)
        {
            return null;
        }

        if (EntryLength.IsSingle(all))
        {
            return rule.Length.NominalEnd(all.Start) > from ? all : null;
        }

        var reach = LocalDateTime.Max(earliest, from.PlusDays(-Longest(rule, from)));
        return ReferenceEquals(all, rule.Recurrence.ToSet(earliest))
            ? rule.Recurrence.ToSet(reach)
            : rule.Recurrence.ToSet(rule.Recurrence.StartsFrom(reach).First(start => rule.Length.NominalEnd(start) > from));
    }

    /// <summary>No occurrence lasts for more days, unless its end is fixed.</summary>
    private static int Longest(CalendarRule rule, LocalDateTime from) =>
        Math.Max(rule.Length.Elapsed is null ? LongYear : 0, Period.DaysBetween(from.Date, rule.Length.NominalEnd(from).Date)) + 1;

    /// <summary>Without what a set has before the rule is valid.</summary>
    private RecurrenceSet? Since(CalendarRule rule, RecurrenceSet set)
    {
        if (rule.ValidFrom is not { } day || set.Start.Date >= day)
        {
            return set;
        }

        return set.Rules is [{ Parts.Interval: 1 } one] && HasNoEnd(set) && set.Next(day.AtMidnight().PlusSeconds(-1)).Start is { } first
            ? one.From(first)
            : Refused(rule, "validity", "The rule is valid from a day, and recurs in a way that cannot begin later. Let it start on that day.");
    }

    private RecurrenceSet? Until(CalendarRule rule, RecurrenceSet? set, LocalDate day) => set switch
    {
        null => null,
        _ when EntryLength.IsSingle(set) => set.Start.Date < day ? set : null,
        { Rules: [var one] } when HasNoEnd(set) => one.Until(day.PlusDays(-1)).From(set.Start),
        _ => Refused(rule, "validity", "The rule is valid until a day, and has an end or exceptions of its own. Write the end into the recurrence."),
    };

    private static bool HasNoEnd(RecurrenceSet set) =>
        set.Rules.All(rule => rule.Parts.End == RecurrenceEnd.Never)
        && set.Added.Count + set.Excluded.Count + set.ExcludedDays.Count + set.Overrides.Count == 0;

    private RuleLength? Length(CalendarRule rule, RecurrenceSet set)
    {
        if (rule.Length.IsOpen)
        {
            return settings.OpenUntil is { } day && day.AtMidnight() > set.Start
                ? RuleLength.Until(day.AtMidnight())
                : RefusedLength(rule, "open-end", "The freeze lasts until further notice, and a file has ends only. Say until which day it is to be written.");
        }

        return EntryLength.Problem(rule.Length, set.Start) is { } problem ? RefusedLength(rule, "length", problem)
            : rule.Length.Elapsed is null && !EntryLength.IsSingle(set) ? OnTheWallClock(rule, set)
            : rule.Length;
    }

    /// <summary>An end so many days later at a time of the day, if it is always so many.</summary>
    private RuleLength? OnTheWallClock(CalendarRule rule, RecurrenceSet set)
    {
        var lengths = set.Between(set.Start, new LocalDateTime(9000, 1, 1, 0, 0), new RecurrenceLimits { Starts = StartsLookedAt }).Starts
            .Select(start => EntryLength.OnTheWallClock(start, rule.Length.NominalEnd(start)))
            .Distinct()
            .ToList();
        return lengths.Count <= 1
            ? EntryLength.OnTheWallClock(set.Start, rule.Length.NominalEnd(set.Start))
            : RefusedLength(rule, "length-varies", $"It lasts {rule.Length}, which is not always as many days. Write a freeze or window for each.");
    }

    private RecurrenceSet? Refused(CalendarRule rule, string problem, string message)
    {
        faults.Add(new ExportFault($"calendar.export.{problem}", rule.Id, message));
        return null;
    }

    private RuleLength? RefusedLength(CalendarRule rule, string problem, string message)
    {
        faults.Add(new ExportFault($"calendar.export.{problem}", rule.Id, message));
        return null;
    }
}
