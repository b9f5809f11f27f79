namespace ChangeRelease.Domain.ICalendar;

/// <summary>What may stand in a file; everything else is refused, or where it is experimental ignored.</summary>
internal static class Names
{
    public const string End = "X-CHANGE-RELEASE-END";
    public const string OnTheWallClock = "WALL-CLOCK";

    private static readonly HashSet<string> _ofCalendars = new(StringComparer.Ordinal)
    {
        "PRODID", "VERSION", "CALSCALE", "METHOD", "NAME", "DESCRIPTION", "UID", "LAST-MODIFIED", "URL", "CATEGORIES", "REFRESH-INTERVAL", "SOURCE", "COLOR",
        "IMAGE", "X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE", "X-CALENDAR-TYPE",
    };

    // What says who, where and how, but not when: it is known and has no effect.
    private static readonly HashSet<string> _beside = new(StringComparer.Ordinal)
    {
        "DTSTAMP", "CREATED", "LAST-MODIFIED", "CLASS", "PRIORITY", "LOCATION", "GEO", "URL", "ORGANIZER", "ATTENDEE", "ATTACH", "COMMENT", "CONTACT",
        "RELATED-TO", "RESOURCES", "REQUEST-STATUS", "COLOR", "IMAGE", "CONFERENCE",
    };

    private static readonly HashSet<string> _once = new(StringComparer.Ordinal)
    {
        "UID", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION", "TRANSP", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", End,
    };

    private static readonly HashSet<string> _often = new(StringComparer.Ordinal) { "CATEGORIES", "RRULE", "RDATE", "EXDATE" };

    private static readonly HashSet<string> _oftenOfCalendars = new(StringComparer.Ordinal) { "NAME", "DESCRIPTION", "CATEGORIES", "IMAGE" };

    public static bool IsOfCalendars(string name) => _ofCalendars.Contains(name);

    public static bool IsBeside(string name) => _beside.Contains(name);

    public static bool IsOfEvents(string name) => _once.Contains(name) || _often.Contains(name);

    public static bool StandsOnce(string name) => _once.Contains(name);

    public static bool StandsOnceInCalendars(string name) => !_oftenOfCalendars.Contains(name);

    /// <summary>Components that say nothing of when changes may be made.</summary>
    public static string? WhyIgnored(string component) => component switch
    {
        "VTODO" => "A task opens and closes nothing.",
        "VJOURNAL" => "A note opens and closes nothing.",
        "VTIMEZONE" => "The zone is known by its name; its definition is not trusted.",
        "VALARM" => "Nobody is reminded here.",
        _ when component.StartsWith("X-", StringComparison.Ordinal) => "Not known here.",
        _ => null,
    };
}
