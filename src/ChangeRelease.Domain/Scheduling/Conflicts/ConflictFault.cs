using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One thing that is wrong with the rules of a conflict policy.</summary>
public sealed record ConflictFault
{
    internal ConflictFault(string code, RuleId? rule, string message, string remedy) =>
        (Code, Rule, Message, Remedy) = (RefusalCode.Checked(code), rule, message, Foundation.Remedy.Do(remedy));

    /// <summary>The stable code, <c>scheduling.subject.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The rule it is about; null when it is about all of them.</summary>
    public RuleId? Rule { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message { get; }

    /// <summary>What would cure it.</summary>
    public Remedy Remedy { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>scheduling.gap.out-of-range (people): A gap of -5 min is none. State a length from zero to a hundred years.</c></returns>
    public override string ToString() => $"{Code}{(Rule is null ? string.Empty : $" ({Rule})")}: {Message} {Remedy}.";
}
