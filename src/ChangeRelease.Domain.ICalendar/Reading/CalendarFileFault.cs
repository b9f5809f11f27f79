namespace ChangeRelease.Domain.ICalendar;

/// <summary>One thing that is wrong with a calendar file.</summary>
public sealed record CalendarFileFault
{
    internal CalendarFileFault(string code, int line, string message) => (Code, Line, Message) = (code, line, message);

    /// <summary>The stable code, <c>calendar.file.problem</c>, or that of a recurrence; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The line it is about, counted from 1 as editors do: of a folded line the first.</summary>
    public int Line { get; }

    /// <summary>What is wrong, and what would mend it.</summary>
    public string Message { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>line 12: calendar.file.zone-unknown: There is no time zone 'Mars'. …</c></returns>
    public override string ToString() => FormattableString.Invariant($"line {Line}: {Code}: {Message}");
}
