using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.ICalendar;
using NodaTime;

namespace ChangeRelease.Domain.Fuzz;

/// <summary>Calendar files, read as they come and with everything allowed that can be.</summary>
internal sealed class CalendarFileTarget : IFuzzTarget
{
    private static readonly Instant _stamp = Instant.FromUtc(2026, 11, 28, 12, 0);

    private static readonly CalendarFileSettings[] _settings =
    [
        CalendarFileSettings.Ordinary,
        new() { FloatingZone = "Europe/London", Dialect = RecurrenceDialect.Widened, Ends = EntryEnds.AtTheSameTime },
        new() { TakesZoneOfFile = true },
    ];

    public string Name => "ics";

    public bool Try(ReadOnlySpan<byte> input)
    {
        var isRead = false;
        foreach (var settings in _settings)
        {
            isRead |= Try(input, settings);
        }

        return isRead;
    }

    private static bool Try(ReadOnlySpan<byte> input, CalendarFileSettings settings)
    {
        var read = CalendarText.Read(input, DateTimeZoneProviders.Tzdb, settings);
        if (read.Value is not { } file)
        {
            BrokenPromiseException.Unless(read.Faults.Count > 0 && read.Faults.All(fault => fault.Line > 0), "A file without content has no faults, or faults without lines.");
            return false;
        }

        var again = CalendarText.ReadText(CalendarText.Write(file, _stamp), DateTimeZoneProviders.Tzdb, settings);
        BrokenPromiseException.Unless(again.Faults.Count == 0, $"What was written is refused: {again.Faults}");
        BrokenPromiseException.Unless(again.Ignored.Count == 0, $"What was written has lines without effect: {again.Ignored}");
        BrokenPromiseException.Unless(file.Equals(again.Value), $"A file is not read back as the same:\n{file}\n{again.Value}");
        file.ToRules(entry => entry.IsTransparent ? EntryMeaning.Window(Scope.Everything) : EntryMeaning.Freeze(Scope.Everything));
        return true;
    }
}
