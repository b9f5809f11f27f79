using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Reads one rule, part by part.</summary>
internal sealed class RuleReader(RecurrenceDialect dialect)
{
    private readonly List<RecurrenceFault> _faults = [];
    private readonly List<RecurrenceFault> _departures = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public RecurrenceReading<RecurrenceRule> Read(string text)
    {
        foreach (var part in text.Split(';'))
        {
            Take(part);
        }

        var parts = Parts();
        var known = RecurrenceRule.Read(parts, dialect);
        return _faults.Count + known.Faults.Count > 0
            ? new RecurrenceReading<RecurrenceRule>(null, [.. _faults, .. known.Faults], [])
            : new RecurrenceReading<RecurrenceRule>(known.Value, [], [.. _departures, .. known.Departures]);
    }

    private void Take(string part)
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0)
        {
            _faults.Add(new("calendar.recurrence.not-a-part", Cut(part), "A part reads NAME=VALUE, and parts are separated by one semicolon."));
        }
        else if (!RulePart.Names.Contains(part[..at], StringComparer.OrdinalIgnoreCase))
        {
            _faults.Add(new("calendar.recurrence.unknown-part", Cut(part[..at]), "There is no such part."));
        }
        else if (!_values.TryAdd(part[..at], part[(at + 1)..]))
        {
            _faults.Add(new("calendar.recurrence.repeated-part", part[..at].ToUpperInvariant(), "A part may be there once."));
        }
    }

    private RecurrenceParts Parts()
    {
        if (_values.ContainsKey("COUNT") && _values.ContainsKey("UNTIL"))
        {
            _faults.Add(new("calendar.recurrence.two-ends", "UNTIL", "COUNT and UNTIL cannot both be there."));
        }

        return new RecurrenceParts(Frequency())
        {
            Interval = Whole("INTERVAL") ?? 1,
            End = End(),
            Seconds = Numbers("BYSECOND"),
            Minutes = Numbers("BYMINUTE"),
            Hours = Numbers("BYHOUR"),
            Weekdays = Items("BYDAY", RulePart.Weekday, "is no weekday, like MO or -1FR"),
            MonthDays = Numbers("BYMONTHDAY", signed: true),
            YearDays = Numbers("BYYEARDAY", signed: true),
            WeekNumbers = Numbers("BYWEEKNO", signed: true),
            Months = Numbers("BYMONTH"),
            Positions = Numbers("BYSETPOS", signed: true),
            WeekStart = Value("WKST") is { } day ? WeekStart(day) : IsoDayOfWeek.Monday,
            MissingDays = MissingDays(),
        };
    }

    private RecurrenceFrequency Frequency()
    {
        if (Value("FREQ") is not { } text)
        {
            _faults.Add(new("calendar.recurrence.no-frequency", "FREQ", "A rule says its frequency."));
            return RecurrenceFrequency.Yearly;
        }

        // Only words: the reader of enumerations also takes numbers.
        return char.IsAsciiLetter(text.FirstOrDefault()) && !text.Contains(',', StringComparison.Ordinal) && Enum.TryParse<RecurrenceFrequency>(text, ignoreCase: true, out var frequency)
            ? frequency
            : Unreadable("FREQ", text, "is no frequency from SECONDLY to YEARLY", RecurrenceFrequency.Yearly);
    }

    private IsoDayOfWeek WeekStart(string text) =>
        NthWeekday.DayOf(text) ?? Unreadable("WKST", text, "is no weekday from MO to SU", IsoDayOfWeek.Monday);

    private MissingDay MissingDays()
    {
        var (scale, skip) = (Value("RSCALE"), Value("SKIP"));
        if (scale is not null && !scale.Equals("GREGORIAN", StringComparison.OrdinalIgnoreCase))
        {
            Unreadable("RSCALE", scale, "is no calendar that is known here; GREGORIAN is", MissingDay.Skip);
        }

        if (skip is not null && scale is null)
        {
            _faults.Add(new("calendar.recurrence.misplaced-part", "SKIP", "SKIP needs RSCALE (RFC 7529)."));
        }

        return skip?.ToUpperInvariant() switch
        {
            null or "OMIT" => MissingDay.Skip,
            "BACKWARD" => MissingDay.Clamp,
            _ => Unreadable("SKIP", skip, "is neither OMIT nor BACKWARD", MissingDay.Skip),
        };
    }

    private RecurrenceEnd End()
    {
        if (Value("UNTIL") is { } until)
        {
            return Until(until);
        }

        return Value("COUNT") is null ? RecurrenceEnd.Never : RecurrenceEnd.After(Whole("COUNT") ?? 1);
    }

    private RecurrenceEnd Until(string text)
    {
        if (RecurrenceTimes.ReadTime(text.TrimEnd('Z', 'z')) is { } time && text.Length <= 16)
        {
            return text.Length == 16 ? RecurrenceEnd.Until(time.InUtc().ToInstant()) : RecurrenceEnd.Until(time);
        }

        if (RecurrenceTimes.ReadDate(text) is not { } day)
        {
            return Unreadable("UNTIL", text, "is no time like 20261231T235959", RecurrenceEnd.Never);
        }

        (dialect == RecurrenceDialect.Widened ? _departures : _faults)
            .Add(new("calendar.recurrence.until-is-a-day", "UNTIL", "Starts have a time of the day, so UNTIL has one, too."));
        return RecurrenceEnd.Until(day);
    }

    private int? Whole(string name)
    {
        var text = Value(name);
        return text is null ? null : RulePart.Whole(text) ?? Unreadable(name, text, "is no whole number up to 2147483647", 1);
    }

    private ValueList<int> Numbers(string name, bool signed = false) => signed
        ? Items(name, RulePart.Signed, "is no number of up to three digits")
        : Items(name, RulePart.Unsigned, "is no number of up to two digits");

    private ValueList<T> Items<T>(string name, Func<string, T?> read, string problem)
        where T : struct => ItemsOf(name, text => read(text) is { } value ? [value] : Nothing<T>(name, text, problem));

    private ValueList<T> Items<T>(string name, Func<string, T?> read, string problem)
        where T : class => ItemsOf(name, text => read(text) is { } value ? [value] : Nothing<T>(name, text, problem));

    private ValueList<T> ItemsOf<T>(string name, Func<string, T[]> read) => Value(name) is { } text
        ? text.Split(',').SelectMany(read).ToValueList()
        : [];

    private T[] Nothing<T>(string name, string text, string problem) => Unreadable<T[]>(name, text, problem, []);

    private string? Value(string name) => _values.GetValueOrDefault(name);

    private T Unreadable<T>(string name, string text, string problem, T otherwise)
    {
        _faults.Add(new("calendar.recurrence.unreadable", name, $"'{Cut(text)}' {problem}."));
        return otherwise;
    }

    /// <summary>Enough of what was read to find it, and nothing that could hurt where it is shown.</summary>
    private static string Cut(string text) => RulePart.Shown(text);
}
