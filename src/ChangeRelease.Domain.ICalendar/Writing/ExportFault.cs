using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Why no file can say one rule of a change calendar.</summary>
public sealed record ExportFault
{
    internal ExportFault(string code, RuleId rule, string message) => (Code, Rule, Message) = (code, rule, message);

    /// <summary>The stable code, <c>calendar.export.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The rule it is about.</summary>
    public RuleId Rule { get; }

    /// <summary>What is wrong, and what would mend it.</summary>
    public string Message { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>calendar.export.open-end (network): The freeze lasts until further notice. …</c></returns>
    public override string ToString() => $"{Code} ({Rule}): {Message}";
}
