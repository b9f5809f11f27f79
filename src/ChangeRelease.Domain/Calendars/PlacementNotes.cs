using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Says what a clock change does to an occurrence (S-43: answers mention it).</summary>
internal static class PlacementNotes
{
    public static ValueList<ClockNote> Of(CalendarRule rule, Occurrence? occurrence, WallTime start, WallTime? end) => occurrence switch
    {
        null => [DoesNotOccur(rule, start, end)],
        _ when start.Disturbance is null && end?.Disturbance is null => [],
        _ => new[] { AtStart(rule, occurrence, start), AtEnd(rule, occurrence, end) }.OfType<ClockNote>().ToValueList(),
    };

    private static ClockNote DoesNotOccur(CalendarRule rule, WallTime start, WallTime? end)
    {
        var disturbed = start.Disturbance is null ? end : start;
        var why = disturbed switch
        {
            { IsSkipped: true } => $"{LocalText.Show(disturbed.Local)} does not exist in {rule.Zone}",
            { IsRepeated: true } => $"{LocalText.Show(disturbed.Local)} happens twice in {rule.Zone}",
            _ => $"{LocalText.Show(start.Local)} in {rule.Zone} has no end after it",
        };
        var what = end is null ? rule.Length.ToString() : $"until {LocalText.ShowAfter(start.Local, end.Local)}";
        return new ClockNote(
            rule.Id,
            ClockNoteKind.DoesNotOccur,
            start.Local,
            $"{why}; the {rule.Called} from {LocalText.Show(start.Local)} {what} does not take place");
    }

    private static ClockNote? AtStart(CalendarRule rule, Occurrence occurrence, WallTime start) => start switch
    {
        { IsSkipped: true } => Skipped(rule, ClockNoteKind.SkippedStart, start, "starts", occurrence.LocalStart),
        { IsRepeated: true } => Repeated(rule, ClockNoteKind.RepeatedStart, start, "starts", occurrence.Span.Start),
        _ => null,
    };

    private static ClockNote? AtEnd(CalendarRule rule, Occurrence occurrence, WallTime? end) => end switch
    {
        { IsSkipped: true } => Skipped(rule, ClockNoteKind.SkippedEnd, end, "ends", occurrence.LocalEnd),
        { IsRepeated: true } => Repeated(rule, ClockNoteKind.RepeatedEnd, end, "ends", occurrence.Span.End),
        _ => null,
    };

    private static ClockNote Skipped(CalendarRule rule, ClockNoteKind kind, WallTime time, string verb, LocalDateTime actual) => new(
        rule.Id,
        kind,
        time.Local,
        $"{LocalText.Show(time.Local)} does not exist in {rule.Zone}; the {rule.Called} {verb} at {LocalText.ShowAfter(time.Local, actual)}");

    private static ClockNote Repeated(CalendarRule rule, ClockNoteKind kind, WallTime time, string verb, Instant actual)
    {
        var which = time.Disturbance!.Start == actual ? "first" : "second";
        return new ClockNote(
            rule.Id,
            kind,
            time.Local,
            $"{LocalText.Show(time.Local)} happens twice in {rule.Zone}; the {rule.Called} {verb} at the {which}, {actual.ToText()}");
    }
}
