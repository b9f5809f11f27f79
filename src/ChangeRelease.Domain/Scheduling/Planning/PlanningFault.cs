using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One thing that is wrong with a planning problem, so that it means nothing; a problem that means something and has no plan is no fault.</summary>
public sealed record PlanningFault
{
    internal PlanningFault(string code, string place, string message, string remedy) =>
        (Code, Place, Message, Remedy) = (RefusalCode.Checked(code), place, message, Foundation.Remedy.Do(remedy));

    /// <summary>The stable code, <c>planning.subject.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>What it is about: an item, a resource, or a rule, by name.</summary>
    public string Place { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message { get; }

    /// <summary>What would cure it.</summary>
    public Remedy Remedy { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>planning.demand.unknown-resource (REL-7): There is no resource 'payments'. Add it.</c></returns>
    public override string ToString() => $"{Code} ({Place}): {Message} {Remedy}.";
}
