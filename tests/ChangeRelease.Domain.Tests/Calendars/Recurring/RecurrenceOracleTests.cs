using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>Random rules, against an oracle that walks.</summary>
public sealed class RecurrenceOracleTests
{
    private const int Cases = 3_000;

    private static readonly RecurrenceLimits Wide = new() { Starts = 1_000_000, Steps = 10_000_000 };

    [Fact]
    public void Starts_are_those_that_the_words_of_RFC_5545_leave()
    {
        var classes = new RuleClasses();
        for (var seed = 0; seed < Cases; seed++)
        {
            var rule = new RandomRule(seed);
            var expected = new RecurrenceOracle(rule.Parts, rule.Start).Before(rule.End);
            var found = rule.Set.Between(rule.Start, rule.End.AtMidnight(), Wide);
            var known = Known(rule, found.Starts, expected);

            found.IsComplete.Should().BeTrue("of {0}", rule);
            known.SequenceEqual(expected).Should().BeTrue(
                "of {0}: got {1} starts, expected {2}; first apart: {3}", rule, known.Count, expected.Count, FirstApart(known, expected));
            Jumps(rule, expected);
            classes.Count(rule, expected);
        }

        classes.ShouldHold(120, [.. Enum.GetNames<RecurrenceFrequency>().Select(name => $"FREQ={name.ToUpperInvariant()}")]);
        classes.ShouldHold(120, "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS", "SKIP=BACKWARD");
        classes.ShouldHold(40, "BYYEARDAY", "BYWEEKNO", "numbered weekdays", "29 February", "ISO week 52", "ISO week 53");
        classes.ShouldHold(120, "WKST=TU", "WKST=WE", "WKST=TH", "WKST=FR", "WKST=SA", "WKST=SU");
        classes.ShouldHold(8, [.. Enum.GetNames<RecurrenceFrequency>().Except(["Secondly"]).Select(name => $"BYSETPOS of {name}")]);
    }

    /// <summary>From times in the middle, both ways: what is far from the first start is found as what is near.</summary>
    private static void Jumps(RandomRule rule, List<LocalDateTime> expected)
    {
        var random = new Random(rule.Seed);
        for (var probe = 0; probe < 4 && expected.Count > 0; probe++)
        {
            var at = expected[random.Next(expected.Count)].PlusSeconds(random.Next(-1, 2));
            var (later, earlier) = (expected.FindIndex(start => start > at), expected.FindLastIndex(start => start < at));

            rule.Set.Previous(at).Start.Should().Be(earlier < 0 ? null : expected[earlier], "before {1} of {0}", rule, at);
            if (later >= 0)
            {
                rule.Set.Next(at).Start.Should().Be(expected[later], "after {1} of {0}", rule, at);
            }
        }
    }

    /// <summary>The oracle leaves out a last period that it cannot see whole, when positions pick from it.</summary>
    private static List<LocalDateTime> Known(RandomRule rule, IReadOnlyList<LocalDateTime> found, List<LocalDateTime> expected) =>
        rule.Parts.Positions.Count == 0 || expected.Count == 0 ? [.. rule.Parts.Positions.Count == 0 ? found : []] : [.. found.Where(start => start <= expected[^1])];

    private static string FirstApart(List<LocalDateTime> found, List<LocalDateTime> expected)
    {
        var at = found.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{(at < found.Count ? found[at] : "nothing")} and {(at < expected.Count ? expected[at] : "nothing")}";
    }
}
