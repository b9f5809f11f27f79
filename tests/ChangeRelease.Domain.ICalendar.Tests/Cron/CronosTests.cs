using ChangeRelease.Domain.Calendars;
using Cronos;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.ICalendar.Tests.Cron;

/// <summary>Random expressions: the rule has the starts that Cronos finds.</summary>
public sealed class CronosTests(ITestOutputHelper output)
{
    private const int Cases = 4_000;
    private const int Most = 40;

    private static readonly LocalDateTime _from = new(2023, 11, 17, 13, 5, 7);
    private static readonly LocalDateTime _until = new(2033, 1, 1, 0, 0);

    [Fact]
    public void Starts_are_those_of_Cronos()
    {
        var (read, without, kinds) = (0, 0, new Dictionary<string, int>(StringComparer.Ordinal));
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new RandomCron(seed);
            if (CronText.ReadRule(random.Text, random.Settings).Value is not { } rule)
            {
                continue;
            }

            var theirs = Theirs(random);
            var ours = rule.From(new LocalDateTime(2020, 1, 1, 0, 0)).Between(_from, _until, new RecurrenceLimits { Starts = Most, Steps = 1_000_000 }).Starts;
            ours.Should().Equal(theirs, "{0} is {1}", random, rule);
            read++;
            without += theirs.Count == 0 ? 1 : 0;
            kinds[rule.Parts.Frequency.ToString()] = kinds.GetValueOrDefault(rule.Parts.Frequency.ToString()) + 1;
        }

        output.WriteLine($"{read} of {Cases} read, {without} without a start; {string.Join(", ", kinds)}");
        read.Should().BeGreaterThan(Cases / 2);
        without.Should().BeLessThan(read / 4);
        kinds.Should().HaveCount(6).And.OnlyContain(kind => kind.Value > 50);
    }

    private static List<LocalDateTime> Theirs(RandomCron random)
    {
        var expression = CronExpression.Parse(random.Text, random.Settings.HasSeconds ? CronFormat.IncludeSeconds : CronFormat.Standard);
        return expression
            .GetOccurrences(Utc(_from), Utc(_until))
            .Take(Most)
            .Select(LocalDateTime.FromDateTime)
            .ToList();
    }

    private static DateTime Utc(LocalDateTime time) => DateTime.SpecifyKind(time.ToDateTimeUnspecified(), DateTimeKind.Utc);
}
