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
        .CuredBy(Remedy.Do("Decide at a desk, which counts in its ledger, or say with the facts how often glass was broken"))
        .After(EmergencyTerms);

    /// <summary>It is known which debts of the affected services are overdue (S-4, S-33).</summary>
    public static Requirement<ChangeAttempt> DebtsKnown { get; } = Need(
            "change.emergency.debts-unknown", "It is known which debts of the affected services are overdue.", attempt => attempt.Facts.Emergency!.OverdueDebts is not null)
        .CuredBy(Remedy.Do("Decide at a desk, which keeps the debts in its ledger, or say with the facts how many are overdue"))
        .After(EmergencyTerms);

    /// <summary>No debt of the affected services is overdue: who goes ahead without authorization asks no further approver (S-33).</summary>
    public static Requirement<ChangeAttempt> DebtsPaid { get; } = Need(
            "change.emergency.debts-overdue", "No debt of the affected services is overdue.", attempt => attempt.Facts.Emergency!.OverdueDebts <= 0)
        .Explains(attempt => OverdueDebtsOf(attempt))
        .CuredBy(Remedy.Do("Ratify and review the earlier emergencies"), Remedy.Do("Submit the change and have it authorized"))
        .After(DebtsKnown);

    /// <summary>Overdue debt of the affected services does not keep their next emergency back, or there is none (S-33).</summary>
    public static Requirement<ChangeAttempt> DebtTolerated { get; } = Need(
            "change.emergency.debts-refuse", "No debt of the affected services is overdue, or the terms ask only for one more approver.", attempt => attempt.Facts.Emergency is { Terms.WhenOverdue: OverdueDebtRule.OneMoreApprover } or { OverdueDebts: <= 0 })
        .Explains(attempt => OverdueDebtsOf(attempt))
        .CuredBy(Remedy.Do("Ratify and review the earlier emergencies"))
        .After(DebtsKnown);

    /// <summary>Glass was not broken too often (S-34).</summary>
    public static Requirement<ChangeAttempt> BreakGlassLeft { get; } = Need(
            "change.emergency.break-glass-used-up", "Glass was not broken too often in this period.", attempt => attempt.Facts.Emergency!.BreakGlassUses < attempt.Facts.Emergency.Terms.BreakGlassLimit)
        .Explains(GlassUsedUp)
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

    /// <summary>The directory says who answers for which account, so that two accounts of one person are not two people (S-4, S-24).</summary>
    public static Requirement<ChangeAttempt> AccountsKnown { get; } = Need(
            "change.directory.missing", "The directory says who answers for which account.", attempt => attempt.Facts.Directory is not null)
        .CuredBy(Remedy.Do("Try again when the directory answers"));

    /// <summary>Another person confirms (S-34).</summary>
    public static Requirement<ChangeAttempt> SecondPerson { get; } = Need(
            "change.emergency.same-person", "A person confirms who is not the one who proposed.", attempt => IsSecond(attempt, attempt.Change.BreakGlassRequest!.By))
        .Explains(attempt => NotSecond(attempt, attempt.Change.BreakGlassRequest!.By))
        .CuredBy(Remedy.Do("Let another person confirm"))
        .After(BreakGlassProposed, AccountsKnown);

    /// <summary>A person proposes, not a service account on its own (S-34).</summary>
    public static Requirement<ChangeAttempt> PersonProposes { get; } = Need(
            "change.emergency.proposer-not-a-person", "A person proposes to go ahead.", attempt => PeopleBehind.IsPerson(attempt.Stamp.Actor, attempt.Facts.Directory!))
        .CuredBy(Remedy.Do("Let a person propose it"))
        .After(AccountsKnown);

    private static bool IsSecond(ChangeAttempt attempt, Actor proposer) =>
        PeopleBehind.IsPerson(attempt.Stamp.Actor, attempt.Facts.Directory!) && !PeopleBehind.Meet(proposer, attempt.Stamp.Actor, attempt.Facts.Directory!);

    private static Why NotSecond(ChangeAttempt attempt, Actor proposer) =>
        Why.Because($"{proposer} proposed it; {attempt.Stamp.Actor} is not a second person.")
            .Seeing("behind the proposal", PeopleBehind.Of(proposer, attempt.Facts.Directory!))
            .Seeing("behind the confirmation", PeopleBehind.Of(attempt.Stamp.Actor, attempt.Facts.Directory!));

    private static Why GlassUsedUp(ChangeAttempt attempt)
    {
        var (uses, terms, left) = (attempt.Facts.Emergency!.BreakGlassUses, attempt.Facts.Emergency.Terms, attempt.Facts.Emergency.UseLeftFrom);
        var why = Why.Because(FormattableString.Invariant($"Glass was broken {uses} of {terms.BreakGlassLimit} times that are allowed in {terms.BreakGlassPeriod.ToText()}."));
        return left is { } from ? why.CuredFrom(from) : why;
    }

    private static Why OverdueDebtsOf(ChangeAttempt attempt) =>
        Why.Because(FormattableString.Invariant($"Emergencies of the affected services that are overdue with what they owe: {attempt.Facts.Emergency!.OverdueDebts}."))
            .Seeing("overdue", attempt.Facts.Emergency.Debts);
}
