using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Dates, days and times that a document writes as text. One that is none is told, and another stands for it while the rest is looked at.</summary>
internal sealed class BusinessTexts(DocumentFaults faults)
{
    private static readonly LocalTimePattern _minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern _second = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss;FFFFFFFFF");
    private readonly HashSet<string> _unfit = new(StringComparer.Ordinal);

    /// <summary>Whether a fault may follow from what stands for a text.</summary>
    public bool IsUnfit(BusinessFault fault) => _unfit.Contains(fault.Place) || (fault.Place.EndsWith("].when", StringComparison.Ordinal) && _unfit.Contains(fault.Place[..^".when".Length]));

    public LocalDate Date(string text, string path, string place) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date)
        ? date
        : Unfit(new LocalDate(2000, 1, 1), path, place, "date-unfit", "A date is written like 2022-09-19, and has to exist. Write one.");

    public AnnualDate Day(string text, string path, string place) => AnnualDatePattern.Iso.Parse(text).TryGetValue(default, out var day)
        ? day
        : Unfit(new AnnualDate(1, 1), path, place, "day-unfit", "A day of the year is written as month and day, like 12-25, and has to exist. Write one.");

    public LocalTime Time(string text, string path, string place) => _minute.Parse(text) is { Success: true } minute ? minute.Value
        : _second.Parse(text) is { Success: true } second ? second.Value
        : Unfit(LocalTime.Noon, path, place, "time-unfit", "A time is written like 09:30 or 09:30:15, from 00:00 on; the end of a day is the 00:00 of the next. Write one.");

    public ValueList<WorkingHours> Hours(IReadOnlyList<HoursEntry> entries, string place) =>
        entries.Select((entry, at) => Hours(entry, BusinessHours.At(place, at), place)).ToValueList();

    /// <summary>Tells a fault, and remembers its place.</summary>
    public T Unfit<T>(T instead, string path, string place, string problem, string message)
    {
        faults.Fault($"document.{problem}", $"$.{path}", message);
        _unfit.Add(place);
        return instead;
    }

    public void Step() => faults.Step();

    private WorkingHours Hours(HoursEntry entry, string path, string place)
    {
        faults.Step();
        return new WorkingHours(Time(entry.From, $"{path}.from", place), Time(entry.To, $"{path}.to", place)) { StartsDayBefore = entry.StartsDayBefore == true };
    }
}
