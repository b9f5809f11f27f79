using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>Random rules that RFC 5545 allows, against Ical.Net, as far as it comes to an end within its own bound.</summary>
public sealed class IcalNetTests
{
    private const int Cases = 2_500;
    private const int Most = 12;

    [Fact]
    public void Starts_are_those_of_Ical_Net_but_for_differences_that_have_a_reason()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var unexplained = new List<string>();
        for (var seed = 0; seed < Cases; seed++)
        {
            var rule = new RandomRule(seed + 500_000, strict: true, with: parts => parts with { MissingDays = MissingDay.Skip, Seconds = [.. parts.Seconds.Where(second => second < 60)] });
            var theirs = Theirs(rule);
            var ours = rule.Set.Between(rule.Start, rule.Start.PlusYears(40), new RecurrenceLimits { Starts = Most }).Starts;
            var outcome = theirs is null ? "abandoned" : theirs.SequenceEqual(ours) ? "same" : Reason(rule, theirs, ours) ?? "unexplained";
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome == "unexplained")
            {
                unexplained.Add($"{rule}\n  ours   {string.Join(' ', ours.Take(6))}\n  theirs {string.Join(' ', theirs!.Take(6))}");
            }
        }

        File.WriteAllText("/tmp/recur/ical.txt", string.Join('\n', counts.Select(c => $"{c.Key}: {c.Value}").Concat(unexplained)));
        unexplained.Should().BeEmpty();
        counts["same"].Should().BeGreaterThan(Cases / 2);
    }

    private static string? Reason(RandomRule rule, IReadOnlyList<LocalDateTime> theirs, IReadOnlyList<LocalDateTime> ours)
    {
        return theirs.Contains(rule.Start) && !ours.Contains(rule.Start) ? "the first start always counts there" : null;
    }

    /// <summary>Null when it gave up.</summary>
    private static List<LocalDateTime>? Theirs(RandomRule rule)
    {
        var start = new CalDateTime(rule.Start.Year, rule.Start.Month, rule.Start.Day, rule.Start.Hour, rule.Start.Minute, rule.Start.Second);
        var recurring = new CalendarEvent { Start = start, RecurrenceRule = new Ical.Net.DataTypes.RecurrenceRule(rule.Rule.ToString()) };
        var (found, end) = (new List<LocalDateTime>(), rule.Start.PlusYears(40));
        try
        {
            foreach (var one in recurring.GetOccurrences(start, new EvaluationOptions { MaxUnmatchedIncrementsLimit = 2_000 }))
            {
                var time = LocalDateTime.FromDateTime(one.Period.StartTime.Value);
                if (time >= end || found.Count == Most)
                {
                    break;
                }

                found.Add(time);
            }
        }
        catch (EvaluationException)
        {
            return null;
        }

        return found;
    }
}
