using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Calendars.Oracle;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Two calendars differ exactly where one is open and the other is not, and every stretch says why.</summary>
public sealed class DifferenceTests
{
    private static readonly Slot Day = Given.Slot("2026-11-02 00:00", "2026-11-03 00:00");

    [Fact]
    public void What_closes_and_what_opens_is_told_with_the_rules_that_are_gone_or_have_come()
    {
        var before = Given.Closed(Given.OnceOpen("morning", "2026-11-02 08:00", "4 h"), Given.OnceOpen("evening", "2026-11-02 20:00", "2 h"), Given.OnceFrozen("sale", "2026-11-02 21:00", "1 h"));
        var after = Given.Closed(Given.OnceOpen("morning", "2026-11-02 09:00", "4 h"), Given.OnceOpen("evening", "2026-11-02 20:00", "2 h"), Given.OnceFrozen("audit", "2026-11-02 10:00", "1 h"));

        before.DifferenceTo(after, Given.ForPayments, Day).ToString().Split('\n').Should().Equal(
            "[2026-11-02T08:00:00Z, 2026-11-02T09:00:00Z) closes: window 'morning' from 2026-11-02 08:00 to 2026-11-02 12:00 Etc/UTC is gone",
            "[2026-11-02T10:00:00Z, 2026-11-02T11:00:00Z) closes: window 'morning' from 2026-11-02 08:00 to 2026-11-02 12:00 Etc/UTC is gone; freeze 'audit' from 2026-11-02 10:00 to 2026-11-02 11:00 Etc/UTC has come",
            "[2026-11-02T12:00:00Z, 2026-11-02T13:00:00Z) opens: window 'morning' from 2026-11-02 09:00 to 2026-11-02 13:00 Etc/UTC has come",
            "[2026-11-02T21:00:00Z, 2026-11-02T22:00:00Z) opens: freeze 'sale' from 2026-11-02 21:00 to 2026-11-02 22:00 Etc/UTC is gone");
    }

    [Fact]
    public void Two_ways_to_write_the_same_times_have_no_difference()
    {
        var one = Given.Closed(Given.OnceOpen("whole", "2026-11-02 08:00", "4 h"));
        var two = Given.Closed(Given.OnceOpen("first", "2026-11-02 08:00", "2 h"), Given.OnceOpen("second", "2026-11-02 10:00", "2 h"), Given.OnceFrozen("nothing", "2026-11-02 14:00", "1 h"));

        one.DifferenceTo(two, Given.ForPayments, Day).IsEmpty.Should().BeTrue();
        one.DifferenceTo(two, Given.ForPayments, Day).ToString().Should().Be("No difference in [2026-11-02T00:00:00Z, 2026-11-03T00:00:00Z)");
        one.Digest.Should().NotBe(two.Digest);
    }

    [Fact]
    public void Another_default_is_told_where_no_rule_decides() =>
        Given.Closed().DifferenceTo(Given.Open(), Given.ForPayments, Day).ToString().Should().Be("[2026-11-02T00:00:00Z, 2026-11-03T00:00:00Z) opens: by what decides where no rule of its own does");

    [Fact]
    public void An_exemption_is_a_difference_for_whom_it_exempts()
    {
        var freeze = Given.OnceFrozen("sale", "2026-11-02 21:00", "1 h");
        var (before, after) = (Given.Open(freeze), Given.Open(freeze with { Exempt = [new ChangeClass("urgent")] }));

        before.DifferenceTo(after, Given.ForPayments, Day).IsEmpty.Should().BeTrue();
        before.DifferenceTo(after, new CalendarQuestion([Given.Payments], [new ChangeClass("urgent")]), Day).ToString()
            .Should().Be("[2026-11-02T21:00:00Z, 2026-11-02T22:00:00Z) opens: freeze 'sale' from 2026-11-02 21:00 to 2026-11-02 22:00 Etc/UTC is gone");
    }

    [Fact]
    public void Random_calendars_differ_in_exactly_the_minutes_in_which_one_is_open_and_the_other_is_not()
    {
        var (stretches, agreeing, caused) = (0, 0, 0);
        for (var seed = 0; seed < 1_500; seed++)
        {
            var random = new CalendarCase(seed);
            var other = random.Rules.Where(_ => random.Random.Next(4) > 0).Concat(new CalendarCase(seed).Rules.Take(random.Random.Next(2)).Select(rule => rule with { Id = $"{rule.Id}-too", Time = rule.Time.PlusMinutes(30) })).ToList();
            if (Made(random.Rules) is not { } before || Made(other) is not { } after)
            {
                continue;
            }

            var range = new Slot(random.Table.At(CalendarCase.First), random.Table.At(CalendarCase.Last));
            var difference = before.DifferenceTo(after, random.Question, range);

            for (var minute = CalendarCase.First; minute < CalendarCase.Last; minute += 7)
            {
                var at = random.Table.At(minute);
                var (was, becomes) = (before.Judge(new Slot(at, at + Duration.FromMinutes(1)), random.Question).IsOpen, after.Judge(new Slot(at, at + Duration.FromMinutes(1)), random.Question).IsOpen);
                difference.Stretches.Where(stretch => stretch.Span.Contains(at)).Select(stretch => (bool?)stretch.Opens).SingleOrDefault().Should().Be(was == becomes ? null : becomes, "of seed {0} at {1}", seed, at);
            }

            difference.Stretches.SelectMany(stretch => stretch.Gone.Concat(stretch.Come), (stretch, occurrence) => occurrence.Span.Contains(stretch.Span)).Should().NotContain(false, "what is a cause is one all through the stretch");
            stretches += difference.Stretches.Count;
            agreeing += difference.IsEmpty ? 1 : 0;
            caused += difference.Stretches.Count(stretch => stretch.Gone.Count + stretch.Come.Count > 0);
        }

        stretches.Should().BeGreaterThan(1_000);
        agreeing.Should().BeGreaterThan(100);
        caused.Should().BeGreaterThan(stretches * 9 / 10);
    }

    private static ChangeCalendar? Made(IReadOnlyList<RuleCase> rules)
    {
        var made = rules.Select(rule => rule.ToRule()).ToList();
        return ChangeCalendar.Verify(made, Given.Zones).Count == 0 ? Given.Closed([.. made]) : null;
    }
}
