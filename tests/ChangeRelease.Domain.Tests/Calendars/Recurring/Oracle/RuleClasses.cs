using ChangeRelease.Domain.Calendars;
using NodaTime;
using NodaTime.Calendars;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;

/// <summary>Counts what was met, so that a comparison that hardly met a part proves nothing.</summary>
internal sealed class RuleClasses
{
    private readonly Dictionary<string, int> _met = new(StringComparer.Ordinal);

    public int Of(string name) => _met.GetValueOrDefault(name);

    /// <summary>Counts a rule for which starts were found.</summary>
    public void Count(RandomRule rule, IReadOnlyCollection<LocalDateTime> starts)
    {
        foreach (var name in starts.Count == 0 ? ["nothing"] : Names(rule.Parts, starts))
        {
            _met[name] = Of(name) + 1;
        }
    }

    public void ShouldHold(int least, params string[] names) => names.Where(name => Of(name) < least).Select(name => $"{name}: {Of(name)}")
        .Should().BeEmpty("each is met at least {0} times with something found", least);

    private static IEnumerable<string> Names(RecurrenceParts parts, IReadOnlyCollection<LocalDateTime> starts)
    {
        foreach (var part in parts.ToString().Split(';'))
        {
            var name = part.Split('=')[0];
            yield return name is "FREQ" or "WKST" or "SKIP" ? part : name;
            if (name == "BYSETPOS" && starts.Count > 1)
            {
                yield return $"BYSETPOS of {parts.Frequency}";
            }
        }

        if (parts.Weekdays.Any(day => day.Ordinal != 0))
        {
            yield return "numbered weekdays";
        }

        foreach (var name in starts.SelectMany(Special).Distinct())
        {
            yield return name;
        }
    }

    private static IEnumerable<string> Special(LocalDateTime start)
    {
        if (start is { Month: 2, Day: 29 })
        {
            yield return "29 February";
        }

        if (WeekYearRules.Iso.GetWeekOfWeekYear(start.Date) is >= 52 and var week)
        {
            yield return $"ISO week {week}";
        }
    }
}
