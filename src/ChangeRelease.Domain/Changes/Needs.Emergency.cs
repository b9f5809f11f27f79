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
            "change.emergency.incident-unknown", "The incident and its severity are known.", attempt => attempt.Change.Content.Incident is not null && attempt.Facts.Emergency!.Severity is not null)
        .CuredBy(Remedy.Do("Name an incident that incident management knows"))
        .After(EmergencyTerms);

    /// <summary>The incident is severe enough to break glass (S-34).</summary>
    public static Requirement<ChangeAttempt> SevereEnough { get; } = Need(
            "change.emergency.not-severe-enough", "The incident is severe enough to go ahead without authorization.", attempt => attempt.Facts.Emergency!.Severity >= attempt.Facts.Emergency.Terms.LeastSeverity)
        .Explains(attempt => Why.Because($"The incident is {attempt.Facts.Emergency!.Severity}; glass is broken from {attempt.Facts.Emergency.Terms.LeastSeverity} on."))
        .CuredBy(Remedy.Do("Submit the change and have it authorized"))
        .After(IncidentKnown);

    /// <summary>Glass was not broken too often (S-34).</summary>
    public static Requirement<ChangeAttempt> BreakGlassLeft { get; } = Need(
            "change.emergency.break-glass-used-up", "Glass was not broken too often in this period.", attempt => attempt.Facts.Emergency!.BreakGlassUses < attempt.Facts.Emergency.Terms.BreakGlassLimit)
        .Explains(attempt => Why.Because(FormattableString.Invariant($"Glass was broken {attempt.Facts.Emergency!.BreakGlassUses} times in this period; the limit is {attempt.Facts.Emergency.Terms.BreakGlassLimit}.")))
        .CuredBy(Remedy.Do("Submit the change and have it authorized"))
        .After(EmergencyTerms);

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
