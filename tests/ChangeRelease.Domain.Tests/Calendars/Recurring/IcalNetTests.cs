using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>Random rules that RFC 5545 allows, against Ical.Net 5.2.4, as far as it comes to an end within a bound of its own.</summary>
public sealed class IcalNetTests(ITestOutputHelper output)
{
    private const int Cases = 2_500;
    private const int Most = 12;
    private const int StepsBetweenStarts = 2_000;

    private const string Same = "the same";
    private const string Abandoned = "it gave up";

    [Fact]
    public void Starts_are_those_of_Ical_Net_but_for_differences_that_have_a_reason()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var unexplained = new List<string>();
        for (var seed = 500_000; seed < 500_000 + Cases; seed++)
        {
            var rule = new RandomRule(seed, strict: true, with: parts => parts with { MissingDays = MissingDay.Skip, Seconds = [.. parts.Seconds.Where(second => second < 60)] });
            var theirs = Theirs(rule);
            var ours = rule.Set.Between(rule.Start, rule.Start.PlusYears(40), new RecurrenceLimits { Starts = Most }).Starts;
            var outcome = theirs is null ? Abandoned : theirs.SequenceEqual(ours) ? Same : Reason(rule.Parts, theirs, ours);
            counts[outcome ?? "unexplained"] = counts.GetValueOrDefault(outcome ?? "unexplained") + 1;
            if (outcome is null)
            {
                unexplained.Add($"{rule}\n  ours   {string.Join(' ', ours)}\n  theirs {string.Join(' ', theirs!)}");
            }
        }

        output.WriteLine(string.Join('\n', counts.Select(count => $"{count.Value} {count.Key}")));
        unexplained.Should().BeEmpty();
        counts[Same].Should().BeGreaterThan(Cases * 3 / 4, "of {0}", string.Join(", ", counts));
        counts[Abandoned].Should().BeLessThan(Cases / 5);
        counts.Should().HaveCountGreaterThan(5, "every reason is met");
    }

    /// <summary>Why it differs; each is a matter of yearly rules.</summary>
    private static string? Reason(RecurrenceParts parts, List<LocalDateTime> theirs, IReadOnlyList<LocalDateTime> ours) => parts switch
    {
        { Frequency: not RecurrenceFrequency.Yearly } => null,
        { MonthDays.Count: > 0, Months.Count: 0 } => "days of the month are looked for in the month of the first start alone, not in all months",
        { WeekNumbers.Count: > 0, Weekdays.Count: 0 } => "a week without weekdays is the weekday of the first start, not the whole week",
        { YearDays.Count: > 0, Months.Count: > 0 } => "days of the year are not held to the months",
        { WeekNumbers.Count: > 0 } when parts.Interval > 1 || parts.Positions.Count > 0 => "a week over the turn of the year belongs to one year as a whole, not each day to its own",
        { End: RecurrenceEnd.LocalEnd } when theirs.SequenceEqual(ours.Take(theirs.Count)) => "the year is left out in which the anniversary of the first start comes after the end",
        _ => null,
    };

    /// <summary>Null when it gave up.</summary>
    private static List<LocalDateTime>? Theirs(RandomRule rule)
    {
        var start = new CalDateTime(rule.Start.Year, rule.Start.Month, rule.Start.Day, rule.Start.Hour, rule.Start.Minute, rule.Start.Second);
        var recurring = new CalendarEvent { Start = start, RecurrenceRule = new Ical.Net.DataTypes.RecurrenceRule(rule.Rule.ToString()) };
        var (found, end) = (new List<LocalDateTime>(), rule.Start.PlusYears(40));
        try
        {
            foreach (var one in recurring.GetOccurrences(start, new EvaluationOptions { MaxUnmatchedIncrementsLimit = StepsBetweenStarts }))
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
