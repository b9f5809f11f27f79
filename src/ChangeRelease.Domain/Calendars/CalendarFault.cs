using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One thing that is wrong with the rules of a calendar.</summary>
public sealed record CalendarFault
{
    internal CalendarFault(string code, RuleId rule, string message, string remedy) =>
        (Code, Rule, Message, Remedy) = (RefusalCode.Checked(code), rule, message, Foundation.Remedy.Do(remedy));

    /// <summary>The stable code, <c>calendar.subject.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The rule it is about.</summary>
    public RuleId Rule { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message { get; }

    /// <summary>What would cure it.</summary>
    public Remedy Remedy { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>calendar.zone.unknown (weekend): There is no zone 'Europe/Londn'.</c></returns>
    public override string ToString() => $"{Code} ({Rule}): {Message} {Remedy}.";
}
