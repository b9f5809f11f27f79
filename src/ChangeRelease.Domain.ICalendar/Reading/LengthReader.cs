using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads how long one event lasts: DTEND or DURATION (RFC 5545, 3.6.1).</summary>
internal sealed class LengthReader(CalendarFileSettings settings, ZoneNames zones, TimeReader times, FileFaults faults)
{
    private const long MostSeconds = 36_525L * NodaConstants.SecondsPerDay;

    public RuleLength? Read(EventDraft draft, Dictionary<string, List<ContentLine>> lines)
    {
        var (end, duration) = (lines.GetValueOrDefault("DTEND")?[0], lines.GetValueOrDefault("DURATION")?[0]);
        if (end is not null && duration is not null)
        {
            faults.Add("two-ends", Math.Max(end.Number, duration.Number), "The event has both DTEND and DURATION. Keep one.");
            return null;
        }

        var isOnTheClock = IsOnTheClock(lines);
        return end is not null ? FromEnd(draft, end, isOnTheClock)
            : duration is not null ? FromDuration(draft, duration)
            : draft.Start.IsDay ? Until(draft, draft.Start.Local.PlusDays(1))
            : Refused("no-length", draft.Line, $"The event {Called(draft)} has no end. Write DTEND or DURATION.");
    }

    private bool IsOnTheClock(Dictionary<string, List<ContentLine>> lines)
    {
        if (!lines.TryGetValue(Names.End, out var end))
        {
            return settings.Ends == EntryEnds.AtTheSameTime;
        }

        if (end[0].Value != Names.OnTheWallClock)
        {
            faults.Add("value-unreadable", end[0].Number, $"'{Shown.Of(end[0].Value)}' is not {Names.OnTheWallClock}.");
        }

        return true;
    }

    private RuleLength? FromEnd(EventDraft draft, ContentLine line, bool isOnTheClock)
    {
        if (times.ReadOne(line, draft.Start.Zone) is not { } end)
        {
            return null;
        }

        if (end.IsDay != draft.Start.IsDay)
        {
            return Refused("day-with-times", line.Number, "Of DTSTART and DTEND one is a day and one a time. Write both alike.");
        }

        var local = zones.Moved(end, draft.Start.Zone);
        var elapsed = zones.InstantOf(end.Local, end.Zone) - zones.InstantOf(draft.Start.Local, draft.Start.Zone);
        if (local <= draft.Start.Local || elapsed <= Duration.Zero)
        {
            return Refused("ends-before-start", line.Number, $"The event {Called(draft)} ends no later than it starts. Write a later DTEND.");
        }

        return elapsed.TotalSeconds > MostSeconds ? TooLong(draft, line)
            : draft.Start.IsDay || isOnTheClock || (draft.IsSingle && draft.InsteadOf is null) ? Until(draft, local)
            : RuleLength.For(elapsed);
    }

    private RuleLength? FromDuration(EventDraft draft, ContentLine line)
    {
        if (ValueReader.Length(line.Value) is not var (days, seconds))
        {
            return Refused("value-unreadable", line.Number, $"'{Shown.Of(line.Value)}' is no duration like PT4H or P1D.");
        }

        if (days < 0 || seconds < 0 || days + seconds == 0)
        {
            return Refused("ends-before-start", line.Number, $"The event {Called(draft)} ends no later than it starts. Write a longer DURATION.");
        }

        if (draft.Start.IsDay && seconds > 0)
        {
            return Refused("day-with-times", line.Number, "The event starts with a day and lasts for hours. Write days, or let it start at a time.");
        }

        return days > MostSeconds / NodaConstants.SecondsPerDay || seconds > MostSeconds ? TooLong(draft, line)
            : days == 0 ? RuleLength.For(Duration.FromSeconds(seconds))
            : seconds == 0 ? Until(draft, draft.Start.Local.PlusDays((int)days))
            : Mixed(draft, line, (int)days, seconds);
    }

    /// <summary>Days on the wall clock and hours that elapse are one length only for a single start.</summary>
    private RuleLength? Mixed(EventDraft draft, ContentLine line, int days, long seconds)
    {
        if (!draft.IsSingle || draft.InsteadOf is not null)
        {
            return Refused("duration-mixed", line.Number, "Days count on the wall clock and hours as they elapse, so that no one length is both. Write hours alone, or DTEND.");
        }

        var end = zones.InstantOf(draft.Start.Local.PlusDays(days), draft.Start.Zone) + Duration.FromSeconds(seconds);
        return Until(draft, end.InZone(zones[draft.Start.Zone]).LocalDateTime);
    }

    private static RuleLength Until(EventDraft draft, LocalDateTime end) =>
        draft.IsSingle && draft.InsteadOf is null ? RuleLength.Until(end) : EntryLength.OnTheWallClock(draft.Start.Local, end);

    private RuleLength? TooLong(EventDraft draft, ContentLine line) =>
        Refused("too-long", line.Number, $"The event {Called(draft)} lasts longer than a hundred years.");

    private RuleLength? Refused(string problem, int line, string message)
    {
        faults.Add(problem, line, message);
        return null;
    }

    private static string Called(EventDraft draft) => $"'{Shown.Of(draft.Summary)}' ({Shown.Of(draft.Uid)})";
}
