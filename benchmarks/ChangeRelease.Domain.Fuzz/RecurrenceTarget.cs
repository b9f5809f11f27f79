using System.Text;
using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Fuzz;

/// <summary>Rules and sets of RFC 5545, in both dialects.</summary>
internal sealed class RecurrenceTarget : IFuzzTarget
{
    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
    private static readonly LocalDateTime _start = new(2027, 1, 31, 22, 30);
    private static readonly RecurrenceLimits _limits = new() { Steps = 2_000, Starts = 20 };

    public string Name => "rrule";

    public bool Try(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        return Rule(text, RecurrenceDialect.Strict) | Rule(text, RecurrenceDialect.Widened) | Set(text, RecurrenceDialect.Strict) | Set(text, RecurrenceDialect.Widened);
    }

    private static bool Rule(string text, RecurrenceDialect dialect)
    {
        if (RecurrenceText.ReadRule(text, dialect).Value is not { } rule)
        {
            return false;
        }

        BrokenPromiseException.Unless(rule.Equals(RecurrenceText.ReadRule(rule.ToString(), dialect).Value), $"'{rule}' is not read back as the same.");
        Search(rule.In(_zone).From(_start));
        return true;
    }

    private static bool Set(string text, RecurrenceDialect dialect)
    {
        if (RecurrenceText.ReadSet(text, _zone, dialect).Value is not { } set)
        {
            return false;
        }

        BrokenPromiseException.Unless(set.Equals(RecurrenceText.ReadSet(set.ToString(), null, dialect).Value), $"'{set}' is not read back as the same.");
        Search(set);
        return true;
    }

    private static void Search(RecurrenceSet set)
    {
        var starts = set.Between(_start, _start.PlusYears(30), _limits).Starts;
        BrokenPromiseException.Unless(starts.Zip(starts.Skip(1)).All(pair => pair.First < pair.Second), $"The starts of '{set}' do not increase.");
        set.Previous(_start.PlusYears(10), _limits);
    }
}
