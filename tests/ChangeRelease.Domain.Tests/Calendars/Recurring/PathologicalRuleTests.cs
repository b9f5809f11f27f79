using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>Rules that never end to search, or cost more the longer ago they began, where every period is looked at. Counted are steps, never time.</summary>
public sealed class PathologicalRuleTests
{
    private static readonly LocalDateTime Start = Local.Time("1997-09-02");
    private static readonly LocalDateTime LongAfter = Local.Time("2526-06-15 12:34:56");

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 9_000)]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", 9_000)]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 9_000)]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", 9_000)]
    [InlineData("FREQ=SECONDLY;BYMONTH=4,6,9,11;BYMONTHDAY=31;BYHOUR=3", 9_000)]
    [InlineData("FREQ=MINUTELY;BYYEARDAY=366;BYMONTH=1", 9_000)]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12", 9_000)]
    [InlineData("FREQ=YEARLY;BYWEEKNO=26;BYMONTH=1", 9_000)]
    [InlineData("FREQ=YEARLY;BYDAY=53MO;BYMONTH=3", 9_000)]
    [InlineData("FREQ=MONTHLY;BYDAY=6MO", 9_000)]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=8", 9_000)]
    [InlineData("FREQ=DAILY;INTERVAL=7;BYDAY=WE", 9_000)] // it began on a Tuesday
    [InlineData("FREQ=HOURLY;INTERVAL=168;BYDAY=MO", 9_000)]
    [InlineData("FREQ=HOURLY;INTERVAL=24;BYHOUR=10", 1)] // at nine
    [InlineData("FREQ=MINUTELY;INTERVAL=60;BYMINUTE=1", 1)]
    [InlineData("FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3", 1)]
    [InlineData("FREQ=SECONDLY;INTERVAL=2;BYSECOND=1,3,5,7,9", 1)]
    [InlineData("FREQ=SECONDLY;INTERVAL=3600;BYMINUTE=30", 1)]
    [InlineData("FREQ=SECONDLY;INTERVAL=86400;BYHOUR=8", 1)]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", 20_000)] // it began in 1997
    [InlineData("FREQ=MONTHLY;INTERVAL=12;BYMONTH=2", 20_000)] // it began in September
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYMONTH=2,4,6,8,10,12", 99_000)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU;BYMONTHDAY=1;BYSETPOS=2", 60_000)]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYSETPOS=3;BYMONTHDAY=3", 20_000)]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=2", 100_000)]
    [InlineData("FREQ=SECONDLY;BYHOUR=1;BYSETPOS=2", 1)]
    [InlineData("FREQ=DAILY;BYHOUR=1,2;BYSETPOS=3", 1)]
    public void What_never_occurs_is_known_never_to_occur(string rule, int most)
    {
        var search = Set(rule).Next(Local.Time("1997-09-02 09:00"));

        search.Start.Should().BeNull();
        search.Steps.Should().BeLessOrEqualTo(most);
        search.End.Should().Be(RecurrenceSearchEnd.ReachedBound);
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "2044-02-29", "09:00:00", 60)]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "2044-02-29", "09:00:00", 60)]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;BYMINUTE=4;BYSECOND=5", "2044-02-29", "03:04:05", 60)]
    [InlineData("FREQ=MINUTELY;BYMONTH=1;BYMONTHDAY=1;BYDAY=TU;BYHOUR=0;BYMINUTE=0", "2030-01-01", "00:00:00", 60)]
    [InlineData("FREQ=HOURLY;BYMONTH=12;BYMONTHDAY=31;BYHOUR=23", "2026-12-31", "23:00:00", 60)]
    [InlineData("FREQ=SECONDLY;INTERVAL=86399;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYMONTH=1", "6019-01-23", "09:00:00", 60)]
    [InlineData("FREQ=SECONDLY;INTERVAL=86401;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYMONTH=1", "3417-01-07", "09:00:00", 60)]
    [InlineData("FREQ=MINUTELY;INTERVAL=1441;BYHOUR=9;BYMINUTE=0", "2029-03-26", "09:00:00", 10)]
    [InlineData("FREQ=HOURLY;INTERVAL=25;BYHOUR=9", "2026-02-22", "09:00:00", 10)]
    [InlineData("FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=28", "2397-02-28", "09:00:00", 5)]
    public void What_is_rare_is_found_by_jumps(string rule, string date, string time, int most)
    {
        var search = Set(rule).Next(Local.Time("2026-01-31 00:00"));

        search.Start.Should().Be(Local.Time($"{date} {time}"));
        search.Steps.Should().BeLessOrEqualTo(most);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY", 5)]
    [InlineData("FREQ=SECONDLY;INTERVAL=7", 10)]
    [InlineData("FREQ=SECONDLY;BYHOUR=3", 5)]
    [InlineData("FREQ=MINUTELY;INTERVAL=17", 10)]
    [InlineData("FREQ=HOURLY;INTERVAL=5", 10)]
    [InlineData("FREQ=DAILY", 5)]
    [InlineData("FREQ=DAILY;INTERVAL=3", 10)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE,FR;WKST=SU", 10)]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31", 40)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 10)]
    [InlineData("FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200", 10)]
    [InlineData("FREQ=SECONDLY;INTERVAL=9;COUNT=2147483647", 700)]
    [InlineData("FREQ=MINUTELY;INTERVAL=7;COUNT=2000000000", 10)]
    [InlineData("FREQ=HOURLY;BYHOUR=9,17;COUNT=2000000", 4_000)]
    [InlineData("FREQ=DAILY;INTERVAL=3;COUNT=2000000", 10)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE,FR;COUNT=200000", 10)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=-1;COUNT=200000", 10)]
    [InlineData("FREQ=MONTHLY;COUNT=20000", 2_000)]
    [InlineData("FREQ=YEARLY;COUNT=5000", 6_000)]
    public void The_age_of_a_rule_costs_nothing(string rule, int most)
    {
        foreach (var at in new[] { Start.PlusYears(6), LongAfter })
        {
            var (next, previous) = (Set(rule).Next(at), Set(rule).Previous(at));

            next.Start.Should().NotBeNull("after {0}", at);
            previous.Start.Should().NotBeNull("before {0}", at);
            (next.Steps + previous.Steps).Should().BeLessOrEqualTo(most * 2, "at {0}", at);
        }
    }

    [Fact]
    public void A_number_too_large_to_be_counted_is_said_to_be_so()
    {
        // Each day has times of its own, so nothing but counting one by one would do.
        var set = Set("FREQ=SECONDLY;INTERVAL=61;BYHOUR=9,10;BYDAY=MO,TU;COUNT=10000000");

        set.Next(Start).Start.Should().NotBeNull("the first are known");
        set.Next(LongAfter).End.Should().Be(RecurrenceSearchEnd.OutOfSteps);
        set.Next(LongAfter).Should().Be(Set(set.Rules[0].ToString()).Next(LongAfter), "asked again, it is the same answer");
    }

    [Fact]
    public void Random_rules_are_searched_from_anywhere_within_the_steps()
    {
        var (most, found) = (0, 0);
        for (var seed = 0; seed < 1_500; seed++)
        {
            var rule = new RandomRule(seed + 50_000);
            foreach (var at in new[] { rule.Start, LongAfter })
            {
                var (next, previous) = (rule.Set.Next(at), rule.Set.Previous(at));
                most = Math.Max(most, Math.Max(next.Steps, previous.Steps));
                found += next.Start is null ? 0 : 1;
                next.Steps.Should().BeLessOrEqualTo(2 * RecurrenceLimits.OrdinarySteps, "of {0}", rule);
            }
        }

        found.Should().BeGreaterThan(1_200);
        most.Should().BeGreaterThan(1_000, "hard ones are among them");
    }

    private static RecurrenceSet Set(string rule) => RecurrenceText.ReadRule(rule).GetValueOrThrow().From(Start);
}
