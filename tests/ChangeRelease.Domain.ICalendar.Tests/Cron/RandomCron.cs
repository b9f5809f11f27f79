using System.Globalization;

namespace ChangeRelease.Domain.ICalendar.Tests.Cron;

/// <summary>An expression drawn from a seed: every kind of field, mostly ordinary ones.</summary>
internal sealed class RandomCron
{
    private static readonly string[] _days = ["SUN", "MON", "tue", "Wed", "THU", "FRI", "SAT"];
    private static readonly string[] _months = ["JAN", "feb", "MAR", "APR", "MAY", "Jun", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private readonly Random _random;

    public RandomCron(int seed)
    {
        _random = new Random(seed);
        Settings = new CronSettings { HasSeconds = _random.Next(6) == 0, TakesSeven = _random.Next(2) == 0 };
        string[] fields = [.. Settings.HasSeconds ? new[] { Field(0, 59, 2) } : [], Field(0, 59, 3), Field(0, 23, 2), Day(), Month(), Weekday()];
        Text = string.Join(_random.Next(10) == 0 ? "\t " : " ", fields);
    }

    public string Text { get; }

    public CronSettings Settings { get; }

    public override string ToString() => $"'{Text}' {Settings}";

    private string Day() => _random.Next(12) switch
    {
        < 5 => _random.Next(2) == 0 ? "*" : "?",
        5 => "L",
        6 => string.Create(CultureInfo.InvariantCulture, $"L-{_random.Next(31)}"),
        7 => "LW",
        8 => "1W",
        9 => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(2, 32)}W"),
        _ => Field(1, 31, 3),
    };

    private string Month() => _random.Next(8) switch
    {
        < 5 => "*",
        5 => _months[_random.Next(12)],
        6 => $"{_months[_random.Next(12)]}-{_months[_random.Next(12)]}",
        _ => Field(1, 12, 2),
    };

    private string Weekday()
    {
        var last = Settings.TakesSeven ? 7 : 6;
        return _random.Next(12) switch
        {
            < 4 => "*",
            4 => "?",
            5 => "1-5",
            6 => $"{_days[_random.Next(7)]}-{_days[_random.Next(7)]}",
            7 => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(last + 1)}L"),
            8 => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(last + 1)}#{_random.Next(1, 6)}"),
            _ => Field(0, last, 3),
        };
    }

    private string Field(int first, int last, int most) => _random.Next(6) == 0
        ? "*"
        : string.Join(',', Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => Item(first, last)));

    private string Item(int first, int last)
    {
        var (low, high, step) = (_random.Next(first, last + 1), _random.Next(first, last + 1), _random.Next(1, Math.Max(2, last / 2)));
        return _random.Next(10) switch
        {
            < 6 => low.ToString(CultureInfo.InvariantCulture),
            6 or 7 => string.Create(CultureInfo.InvariantCulture, $"{low}-{high}"),
            8 => string.Create(CultureInfo.InvariantCulture, $"{low}-{high}/{step}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{low}/{step}"),
        };
    }
}
