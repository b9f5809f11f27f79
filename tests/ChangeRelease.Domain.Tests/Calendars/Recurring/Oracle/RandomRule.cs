using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;

/// <summary>A rule at random that usually has something to find, with a first start.</summary>
internal sealed class RandomRule
{
    private readonly Random _random;

    public RandomRule(int seed, bool strict = false, Func<RecurrenceParts, RecurrenceParts>? with = null)
    {
        (_random, Seed) = (new Random(seed), seed);
        Start = NextStart();
        var parts = NextParts();
        for (var tries = 0; RecurrenceRule.Read(parts, strict ? RecurrenceDialect.Strict : RecurrenceDialect.Widened).Value is null; tries++)
        {
            parts = tries < 50 ? NextParts() : new RecurrenceParts(parts.Frequency);
        }

        Rule = RecurrenceRule.Of(with is null ? parts : with(parts), RecurrenceDialect.Widened);
        Set = Rule.From(Start);
    }

    public int Seed { get; }

    public LocalDateTime Start { get; }

    public RecurrenceRule Rule { get; }

    public RecurrenceParts Parts => Rule.Parts;

    public RecurrenceSet Set { get; }

    /// <summary>Until where it is looked at: as far as the oracle can walk.</summary>
    public LocalDate End => Start.Date.PlusDays(Parts.Frequency switch
    {
        RecurrenceFrequency.Secondly => 1,
        RecurrenceFrequency.Minutely => 5,
        RecurrenceFrequency.Hourly => 60,
        RecurrenceFrequency.Daily => 900,
        RecurrenceFrequency.Weekly => 1_500,
        RecurrenceFrequency.Monthly => 3_000,
        _ => 7_000,
    });

    public override string ToString() => $"seed {Seed}: {Rule} from {Start:uuuu-MM-dd'T'HH:mm:ss}";

    private LocalDateTime NextStart()
    {
        var date = _random.Next(5) switch
        {
            0 => new LocalDate(2000 + (4 * _random.Next(8)), 2, 29),
            1 => new LocalDate(_random.Next(1997, 2030), 12, _random.Next(25, 32)),
            2 => new LocalDate(_random.Next(1997, 2030), 1, _random.Next(1, 8)),
            _ => new LocalDate(1997, 1, 1).PlusDays(_random.Next(12_000)),
        };
        return date + new LocalTime(_random.Next(24), _random.Next(3) == 0 ? 0 : _random.Next(60), _random.Next(2) == 0 ? 0 : _random.Next(60));
    }

    private RecurrenceParts NextParts()
    {
        var frequency = (RecurrenceFrequency)_random.Next(7);
        var fine = frequency < RecurrenceFrequency.Daily;
        return new RecurrenceParts(frequency)
        {
            Interval = Maybe(0.5) ? _random.Next(1, fine ? 130 : 6) : 1,
            End = _random.Next(4) switch
            {
                0 => RecurrenceEnd.After(_random.Next(1, 40)),
                1 => RecurrenceEnd.Until(Start.PlusDays(_random.Next(fine ? 3 : 2_000)).PlusSeconds(_random.Next(-2, 3))),
                _ => RecurrenceEnd.Never,
            },
            Seconds = Maybe(0.15) ? Some(4, () => _random.Next(61)) : [],
            Minutes = Maybe(0.2) ? Some(4, () => _random.Next(60)) : [],
            Hours = Maybe(0.2) ? Some(4, () => _random.Next(3) == 0 ? Start.Hour : _random.Next(24)) : [],
            Weekdays = Maybe(0.35) ? Some(4, NextWeekday) : [],
            MonthDays = Maybe(0.2) ? Some(4, () => Signed(_random.Next(2) == 0 ? Start.Day : _random.Next(1, 32))) : [],
            YearDays = Maybe(0.12) ? Some(5, () => Signed(_random.Next(3) == 0 ? 366 : _random.Next(1, 367))) : [],
            WeekNumbers = Maybe(0.15) ? Some(4, () => Signed(_random.Next(3) == 0 ? _random.Next(52, 54) : _random.Next(1, 54))) : [],
            Months = Maybe(0.25) ? Some(5, () => _random.Next(3) == 0 ? Start.Month : _random.Next(1, 13)) : [],
            Positions = Maybe(0.25) ? Some(3, () => Signed(_random.Next(4) == 0 ? _random.Next(1, 60) : _random.Next(1, 4))) : [],
            WeekStart = (IsoDayOfWeek)_random.Next(1, 8),
            MissingDays = Maybe(0.2) ? MissingDay.Clamp : MissingDay.Skip,
        };
    }

    private NthWeekday NextWeekday()
    {
        var day = (IsoDayOfWeek)_random.Next(1, 8);
        return Maybe(0.6) ? NthWeekday.Every(day) : NthWeekday.Nth(Signed(_random.Next(4) == 0 ? _random.Next(1, 54) : _random.Next(1, 6)), day);
    }

    private int Signed(int number) => _random.Next(3) == 0 ? -number : number;

    private bool Maybe(double chance) => _random.NextDouble() < chance;

    private ValueList<T> Some<T>(int most, Func<T> next) => Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => next()).ToValueList();
}
