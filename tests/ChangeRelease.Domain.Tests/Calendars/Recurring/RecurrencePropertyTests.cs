using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>What holds of every rule, whatever it says.</summary>
public sealed class RecurrencePropertyTests
{
    private const int Cases = 600;

    private static readonly RecurrenceLimits Some = new() { Starts = 40 };

    [Fact]
    public void Between_lists_what_next_finds_one_after_another()
    {
        foreach (var rule in Rules(0))
        {
            var starts = Starts(rule.Set, rule);
            var found = new List<LocalDateTime>();
            for (var search = rule.Set.Next(rule.Start.PlusSeconds(-1)); found.Count < starts.Count; search = rule.Set.Next(search.Start!.Value))
            {
                found.Add(search.Start!.Value);
            }

            found.Should().Equal(starts, "of {0}", rule);
            starts.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
            starts.Where(start => !rule.Set.Contains(start)).Should().BeEmpty("of {0}", rule);
        }
    }

    [Fact]
    public void Previous_leads_back_where_next_came_from()
    {
        foreach (var rule in Rules(10_000))
        {
            var starts = Starts(rule.Set, rule);
            starts.Skip(1).Select(start => rule.Set.Previous(start).Start!.Value).Should().Equal(starts.SkipLast(1), "of {0}", rule);
            starts.Take(1).Select(start => rule.Set.Previous(start).Start).Where(start => start is not null).Should().BeEmpty("of {0}", rule);
        }
    }

    [Fact]
    public void A_stretch_is_the_sum_of_its_parts()
    {
        foreach (var rule in Rules(20_000))
        {
            var starts = Starts(rule.Set, rule);
            var (first, cut, last) = (starts[0], starts[starts.Count / 2], starts[^1]);
            var parts = rule.Set.Between(first, cut, Some).Starts.Concat(rule.Set.Between(cut, last, Some).Starts);

            parts.Should().Equal(starts.SkipLast(1), "of {0}", rule);
        }
    }

    [Fact]
    public void What_a_list_of_weekdays_names_is_the_union_of_what_each_names()
    {
        foreach (var rule in Rules(30_000, parts => parts with { Positions = [], End = RecurrenceEnd.Never }).Where(rule => rule.Parts.Weekdays.Count > 1))
        {
            var each = rule.Parts.Weekdays.Select(day => RecurrenceRule.Of(rule.Parts with { Weekdays = [day] }, RecurrenceDialect.Widened)).ToArray();

            Starts(RecurrenceSet.From(rule.Start, each), rule).Should().Equal(Starts(rule.Set, rule), "of {0}", rule);
        }
    }

    [Fact]
    public void A_count_takes_the_first_and_an_end_takes_those_up_to_it()
    {
        foreach (var rule in Rules(40_000, parts => parts with { End = RecurrenceEnd.Never }))
        {
            var starts = Starts(rule.Set, rule);
            var half = (starts.Count + 1) / 2;
            var until = RecurrenceRule.Of(rule.Parts with { End = RecurrenceEnd.Until(starts[half - 1]) }, RecurrenceDialect.Widened);
            var count = RecurrenceRule.Of(rule.Parts with { End = RecurrenceEnd.After(half) }, RecurrenceDialect.Widened);

            Starts(until.From(rule.Start), rule).Should().Equal(starts.Take(half), "of {0}", rule);
            Starts(count.From(rule.Start), rule).Should().Equal(starts.Take(half), "of {0}", rule);
            count.From(rule.Start).Next(starts[half - 1]).End.Should().Be(RecurrenceSearchEnd.NoMore, "of {0}", rule);
        }
    }

    [Fact]
    public void An_interval_leaves_out_and_adds_nothing()
    {
        foreach (var rule in Rules(50_000, parts => parts with { End = RecurrenceEnd.Never }).Where(rule => rule.Parts.Interval > 1))
        {
            var every = RecurrenceRule.Of(rule.Parts with { Interval = 1 }, RecurrenceDialect.Widened).From(rule.Start);
            Starts(rule.Set, rule).Where(start => !every.Contains(start)).Should().BeEmpty("of {0}", rule);
        }
    }

    [Fact]
    public void Without_its_exceptions_a_set_is_whole_again()
    {
        foreach (var rule in Rules(60_000))
        {
            var starts = Starts(rule.Set, rule);
            LocalDateTime[] some = [.. starts.Where((_, at) => at % 3 == 1)];
            var without = rule.Set.Except(some);

            Starts(without, rule).Take(20).Should().Equal(starts.Except(some).Take(20), "of {0}", rule);
            starts.Where((_, at) => at % 3 != 1).Where(start => !without.Contains(start)).Should().BeEmpty();
            Starts(some.Aggregate(rule.Set, (set, start) => set.Cancel(start)).Plus([.. some.Select(start => start.PlusYears(50))]), rule).Take(20)
                .Should().Equal(starts.Except(some).Take(20), "of {0}", rule);
        }
    }

    /// <summary>Rules with at least three starts within what is looked at; enough of them.</summary>
    private static List<RandomRule> Rules(int from, Func<RecurrenceParts, RecurrenceParts>? with = null)
    {
        var all = Enumerable.Range(from, Cases).Select(seed => new RandomRule(seed, with: with)).Where(rule => Starts(rule.Set, rule).Count >= 3).ToList();
        all.Should().HaveCountGreaterThan(Cases / 3);
        return all;
    }

    private static ValueList<LocalDateTime> Starts(RecurrenceSet set, RandomRule rule) =>
        set.Between(rule.Start, rule.End.AtMidnight(), Some).Starts;
}
