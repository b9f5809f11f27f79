using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Reads the lines of a set.</summary>
internal sealed class SetReader(DateTimeZone? zone, RecurrenceDialect dialect)
{
    private readonly List<RecurrenceFault> _faults = [];
    private readonly List<RecurrenceFault> _departures = [];
    private readonly List<LocalDateTime> _starts = [];
    private readonly List<RecurrenceRule> _rules = [];
    private readonly List<LocalDateTime> _added = [];
    private readonly List<LocalDateTime> _excluded = [];
    private readonly List<LocalDate> _excludedDays = [];
    private readonly List<RecurrenceOverride> _overrides = [];

    /// <summary>What an override is about, while its second line has not come.</summary>
    private LocalDateTime? _pending;

    public RecurrenceReading<RecurrenceSet> Read(string text)
    {
        var number = 0;
        foreach (var line in Unfolded(text).Split('\n'))
        {
            number++;
            if (line.Length > 0)
            {
                Take(line, number);
            }
        }

        Finish();
        var parts = Parts();
        var known = _faults.Count > 0 ? new RecurrenceReading<RecurrenceSet>(null, SetChecks.Of(parts).ToValueList(), []) : RecurrenceSet.Read(parts);
        return _faults.Count + known.Faults.Count > 0
            ? new RecurrenceReading<RecurrenceSet>(null, [.. _faults, .. known.Faults], [])
            : new RecurrenceReading<RecurrenceSet>(known.Value, [], _departures.ToValueList());
    }

    private static string Unfolded(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace("\n ", string.Empty, StringComparison.Ordinal)
        .Replace("\n\t", string.Empty, StringComparison.Ordinal);

    private void Finish()
    {
        if (_pending is { } left)
        {
            Fault("calendar.recurrence.half-an-override", "RECURRENCE-ID", $"Nothing says what became of {RecurrenceTimes.Write(left)}.");
        }

        if (_starts.Count == 0)
        {
            Fault("calendar.recurrence.no-start", "DTSTART", "A recurrence has a first line DTSTART.");
        }

        if (_overrides.DistinctBy(one => one.Original).Count() < _overrides.Count)
        {
            Fault("calendar.recurrence.repeated-part", "RECURRENCE-ID", "An occurrence is overridden at most once.");
        }
    }

    private SetParts Parts() => new()
    {
        Start = _starts.Count > 0 ? _starts[0] : RecurrenceTimes.Earliest,
        Rules = SetParts.InOrder(_rules),
        Added = SetParts.InOrder(_added),
        Excluded = SetParts.InOrder(_excluded),
        ExcludedDays = SetParts.InOrder(_excludedDays),
        Overrides = _overrides.OrderBy(one => one.Original).ToValueList(),
    };

    private void Take(string line, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (head, value) = colon < 0 ? (line, string.Empty) : (line[..colon].ToUpperInvariant(), line[(colon + 1)..]);
        switch (head)
        {
            case "DTSTART" when _pending is { } original:
                Override(Times("DTSTART", value, number), time => new RecurrenceOverride(original, time));
                break;
            case "DTSTART" when _starts.Count == 0 && _overrides.Count == 0:
                _starts.AddRange(Times(head, value, number));
                break;
            case "RRULE" when IsAtTheTop:
                Rule(value);
                break;
            case "RDATE" when IsAtTheTop:
                _added.AddRange(Times(head, value, number));
                break;
            case "EXDATE" when IsAtTheTop:
                _excluded.AddRange(Times(head, value, number));
                break;
            case "EXDATE;VALUE=DATE" when IsAtTheTop:
                _excludedDays.AddRange(Items("EXDATE", value, number, RecurrenceTimes.ReadDate, "day like 20261231"));
                break;
            case "RECURRENCE-ID" when _starts.Count > 0 && _pending is null:
                _pending = Times(head, value, number) is [var overridden, ..] ? overridden : null;
                break;
            case "STATUS" when _pending is { } original && value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase):
                Override([original], _ => new RecurrenceOverride(original, null));
                break;
            default:
                Fault("calendar.recurrence.unknown-line", RulePart.Shown(head), FormattableString.Invariant($"Line {number} has no place here."));
                break;
        }
    }

    private bool IsAtTheTop => _starts.Count > 0 && _pending is null && _overrides.Count == 0;

    private void Override(List<LocalDateTime> times, Func<LocalDateTime, RecurrenceOverride> make)
    {
        _pending = null;
        _overrides.AddRange(times.Take(1).Select(make));
    }

    private void Rule(string value)
    {
        var read = RecurrenceText.ReadRule(value, dialect);
        _faults.AddRange(read.Faults);
        _departures.AddRange(read.Departures);
        if (read.Value is { } rule)
        {
            _rules.Add(zone is null ? rule : rule.In(zone));
        }
    }

    private List<LocalDateTime> Times(string part, string value, int number) =>
        Items(part, value, number, RecurrenceTimes.ReadTime, "time on the wall clock like 20261231T220000");

    private List<T> Items<T>(string part, string value, int number, Func<string, T?> read, string kind)
        where T : struct
    {
        var found = new List<T>();
        foreach (var text in value.Split(','))
        {
            if (read(text) is { } item)
            {
                found.Add(item);
            }
            else
            {
                Fault("calendar.recurrence.unreadable", part, FormattableString.Invariant($"Line {number}: '{RulePart.Shown(text)}' is no {kind}."));
            }
        }

        if (found.Count > 1 && part is "DTSTART" or "RECURRENCE-ID")
        {
            Fault("calendar.recurrence.unreadable", part, FormattableString.Invariant($"Line {number} has more than one time."));
        }

        return found;
    }

    private void Fault(string code, string part, string message) => _faults.Add(new(code, part, message));
}
