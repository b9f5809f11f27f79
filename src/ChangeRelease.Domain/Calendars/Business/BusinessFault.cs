using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One thing that is wrong with the hours of a business calendar.</summary>
public sealed record BusinessFault
{
    internal BusinessFault(string code, string place, string message, string remedy) =>
        (Code, Place, Message, Remedy) = (RefusalCode.Checked(code), place, message, Foundation.Remedy.Do(remedy));

    /// <summary>The stable code, <c>calendar.subject.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>Where, as in the document of the calendar: <c>holidays[3]</c>.</summary>
    public string Place { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message { get; }

    /// <summary>What would cure it.</summary>
    public Remedy Remedy { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>calendar.zone.unknown (zone): There is no time zone 'Europe/Londn'. …</c></returns>
    public override string ToString() => $"{Code} ({Place}): {Message} {Remedy}.";
}
