using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What an emergency must bring, and what it owes.</content>
public static partial class Needs
{
    /// <summary>The host's terms for emergencies are known, so that the debt has its deadlines (S-33).</summary>
    public static Requirement<ChangeAttempt> EmergencyTerms { get; } = Need(
            "change.emergency.terms-missing", "The terms for emergencies are known.", attempt => attempt.Facts.Emergency is not null)
        .CuredBy(Remedy.Do("State the terms for emergencies: severity, limit, deadlines"));

    /// <summary>The incident is known to the host (S-34).</summary>
    public static Requirement<ChangeAttempt> IncidentKnown { get; } = Need(
            "change.emergency.incident-unknown", "The incident and its severity are known.", attempt => attempt.Facts.Emergency!.Incident is { } incident && incident.Id == attempt.Change.Content.Incident)
        .CuredBy(Remedy.Do("Name an incident that incident management knows"))
        .After(EmergencyTerms);

    /// <summary>The incident is severe enough to break glass (S-34).</summary>
    public static Requirement<ChangeAttempt> SevereEnough { get; } = Need(
            "change.emergency.not-severe-enough", "The incident is severe enough to go ahead without authorization.", attempt => attempt.Facts.Emergency!.Incident!.Severity >= attempt.Facts.Emergency.Terms.LeastSeverity)
        .Explains(attempt => Why.Because($"The incident is {attempt.Facts.Emergency!.Incident!.Severity}; glass is broken from {attempt.Facts.Emergency.Terms.LeastSeverity} on."))
        .CuredBy(Remedy.Do("Submit the change and have it authorized"))
        .After(IncidentKnown);

    /// <summary>Somebody counts how often glass is broken (S-4, S-34).</summary>
    public static Requirement<ChangeAttempt> BreakGlassCounted { get; } = Need(
            "change.emergency.break-glass-uncounted", "It is counted how often glass is broken.", attempt => attempt.Facts.Emergency!.BreakGlassUses is not null)
        .CuredBy(Remedy.Do("Count how often glass is broken in a period, and say so with the facts"))
        .After(EmergencyTerms);

    /// <summary>It is known which debts of the affected services are overdue (S-4, S-33).</summary>
    public static Requirement<ChangeAttempt> DebtsKnown { get; } = Need(
            "change.emergency.debts-unknown", "It is known which debts of the affected services are overdue.", attempt => attempt.Facts.Emergency!.OverdueDebts is not null)
        .CuredBy(Remedy.Do("Keep the debts of emergencies, and say with the facts how many are overdue"))
        .After(EmergencyTerms);

    /// <summary>No debt of the affected services is overdue: who goes ahead without authorization asks no further approver (S-33).</summary>
    public static Requirement<ChangeAttempt> DebtsPaid { get; } = Need(
            "change.emergency.debts-overdue", "No debt of the affected services is overdue.", attempt => attempt.Facts.Emergency!.OverdueDebts <= 0)
        .Explains(attempt => Why.Because(FormattableString.Invariant($"Debts of earlier emergencies are overdue: {attempt.Facts.Emergency!.OverdueDebts}.")))
        .CuredBy(Remedy.Do("Ratify and review the earlier emergencies"), Remedy.Do("Submit the change and have it authorized"))
        .After(DebtsKnown);

    /// <summary>Glass was not broken too often (S-34).</summary>
    public static Requirement<ChangeAttempt> BreakGlassLeft { get; } = Need(
            "change.emergency.break-glass-used-up", "Glass was not broken too often in this period.", attempt => attempt.Facts.Emergency!.BreakGlassUses < attempt.Facts.Emergency.Terms.BreakGlassLimit)
        .Explains(attempt => Why.Because(FormattableString.Invariant($"Glass was broken {attempt.Facts.Emergency!.BreakGlassUses} of {attempt.Facts.Emergency.Terms.BreakGlassLimit} times that are allowed in this period.")))
        .CuredBy(Remedy.Do("Submit the change and have it authorized"))
        .After(BreakGlassCounted);

    /// <summary>Going ahead was proposed (S-9).</summary>
    public static Requirement<ChangeAttempt> BreakGlassProposed { get; } = Need(
            "change.emergency.proposal-missing", "Going ahead without authorization was proposed.", attempt => attempt.Change.BreakGlassRequest is not null)
        .CuredBy(Remedy.Do("Propose it with ProposeBreakGlass"));

    /// <summary>The proposal still stands (S-9).</summary>
    public static Requirement<ChangeAttempt> ProposalStands { get; } = Need(
            "change.emergency.proposal-expired", "The proposal still stands.", attempt => attempt.Stamp.At < attempt.Change.BreakGlassRequest!.Expires)
        .Explains(attempt => Why.Because($"The proposal expired at {attempt.Change.BreakGlassRequest!.Expires.ToText()}."))
        .CuredBy(Remedy.Do("Propose it again"))
        .After(BreakGlassProposed);

    /// <summary>Another person confirms (S-34).</summary>
    public static Requirement<ChangeAttempt> SecondPerson { get; } = Need(
            "change.emergency.same-person", "A person confirms who is not the one who proposed.", attempt => !attempt.Stamp.Actor.IsService && attempt.Stamp.Actor.Person != attempt.Change.BreakGlassRequest!.By.Person)
        .Explains(attempt => Why.Because($"{attempt.Change.BreakGlassRequest!.By} proposed it; {attempt.Stamp.Actor} is not a second person.").Seeing("chain", attempt.Change.BreakGlassRequest.By))
        .CuredBy(Remedy.Do("Let another person confirm"))
        .After(BreakGlassProposed);

    /// <summary>A person proposes, not a service account on its own (S-34).</summary>
    public static Requirement<ChangeAttempt> PersonProposes { get; } = Need(
            "change.emergency.proposer-not-a-person", "A person proposes to go ahead.", attempt => !attempt.Stamp.Actor.IsService)
        .CuredBy(Remedy.Do("Let a person propose it"));
}
