using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a step needs to begin under a permit.</summary>
public static class PermitNeeds
{
    /// <summary>The permit's change exists.</summary>
    public static Requirement<PermitCase> ChangeKnown { get; } = Need(
            "change.permit.change-missing", "The change of the permit exists.", at => at.Change is not null)
        .CuredBy(Remedy.Do("Check where the permit comes from"));

    /// <summary>The change asked about is the permit's.</summary>
    public static Requirement<PermitCase> OfThisChange { get; } = Need(
            "change.permit.other-change", "The permit is one of this change.", at => at.Permit.Change == at.Change!.Id)
        .Explains(at => Why.Because($"The permit is of {at.Permit.Change}, and the change is {at.Change!.Id}."))
        .CuredBy(Remedy.Do("Take the permit of this change"))
        .After(ChangeKnown);

    /// <summary>The history has the record that the permit was issued on (S-70).</summary>
    public static Requirement<PermitCase> ChainFound { get; } = Need(
            "change.permit.other-history", "The change's history has the record that the permit was issued on.", at => at.HeadThere == at.Permit.Head)
        .Explains(at => Why.Because(FormattableString.Invariant($"The record at version {at.Permit.Version} is another one, or there is none."))
            .Seeing("in the permit", at.Permit.Head)
            .Seeing("in the history", at.HeadThere))
        .CuredBy(Remedy.Do("Take the permit that the change's own history holds"))
        .After(ChangeKnown);

    /// <summary>The change's start issued exactly this permit.</summary>
    public static Requirement<PermitCase> Issued { get; } = Need(
            "change.permit.not-issued", "The start of the change issued this permit, as it is.", at => at.Standing is not null)
        .CuredBy(Remedy.Do("Take the permit that the start of the change issued"))
        .After(ChangeKnown);

    /// <summary>The step begins where the permit says.</summary>
    public static Requirement<PermitCase> ForEnvironment { get; } = Need(
            "change.permit.other-environment", "The permit is for this environment.", at => at.Environment == at.Permit.Environment)
        .Explains(at => Why.Because($"The permit is for {at.Permit.Environment}, and the step would begin in {at.Environment}."))
        .CuredBy(Remedy.Do("Take the permit for this environment"));

    /// <summary>What is brought is what was permitted (S-23).</summary>
    public static Requirement<PermitCase> ForContent { get; } = Need(
            "change.permit.other-content", "What is brought is what was permitted.", at => at.Content == at.Permit.Content)
        .Explains(at => Why.Because("The permit is for another content.").Seeing("permitted", at.Permit.Content).Seeing("brought", at.Content))
        .CuredBy(Remedy.Do("Bring what was permitted, or have the other content authorized"));

    /// <summary>What was permitted is what the change says now (S-23).</summary>
    public static Requirement<PermitCase> ContentStands { get; } = Need(
            "change.permit.content-changed", "What was permitted is what the change says now.", at => at.Permit.Content == at.Change!.Digest)
        .Explains(at => Why.Because("The permit is for another content than the change has now.").Seeing("permitted", at.Permit.Content).Seeing("now", at.Change!.Digest))
        .CuredBy(Remedy.Do("Have the present content authorized, and start again"))
        .After(ChangeKnown);

    /// <summary>The first instant has come; it is inside.</summary>
    public static Requirement<PermitCase> Begun { get; } = Need(
            "change.permit.too-early", "Steps may begin already.", at => at.Permit.NotBefore <= at.At)
        .Explains(at => Why.Because($"Steps may begin from {at.Permit.NotBefore.ToText()} on, and it is {at.At.ToText()}.").CuredFrom(at.Permit.NotBefore));

    /// <summary>The last instant is not over; it is inside.</summary>
    public static Requirement<PermitCase> NotTooLate { get; } = Need(
            "change.permit.too-late", "Steps may still begin.", at => at.At <= at.Permit.NotAfter)
        .Explains(at => Why.Because($"Steps could begin until {at.Permit.NotAfter.ToText()}, and it is {at.At.ToText()}."))
        .CuredBy(Remedy.Do("Back out what was begun, or complete the change; a permit is not extended"));

    /// <summary>Now is in one of the change's slots, not in the time between two of them (S-51).</summary>
    public static Requirement<PermitCase> InSlot { get; } = Need(
            "change.permit.between-slots", "Now is not between two slots of the change.", at => Next(at) is null)
        .Explains(at => Why.Because($"One slot of the change is over, and the next begins at {Next(at)?.ToText()}.").CuredFrom(Next(at)!.Value))
        .After(ChangeKnown);

    /// <summary>The change is being made: not held, not being undone, not over.</summary>
    public static Requirement<PermitCase> BeingMade { get; } = Need(
            "change.permit.not-being-made", "The change is being made, and not being undone.", at => PermitFold.GoesForward(at.Change!.Status))
        .Explains(at => Why.Because($"The change is in {at.Change!.Status}."))
        .CuredBy(Remedy.Do("Take the change up again, if it is only held; else nothing may begin any more"))
        .After(ChangeKnown);

    /// <summary>The change has not left its making since the permit was issued.</summary>
    public static Requirement<PermitCase> NotEnded { get; } = Need(
            "change.permit.ended", "The change was not completed, backed out, canceled or started anew since.", at => at.Standing!.EndedAt is null)
        .Explains(at => Why.Because($"The permit ended with what happened to the change at {at.Standing!.EndedAt?.ToText()}."))
        .CuredBy(Remedy.Do("Start a change again to get a new permit"))
        .After(Issued);

    /// <summary>Nobody made the permit void.</summary>
    public static Requirement<PermitCase> NotRevoked { get; } = Need(
            "change.permit.revoked", "Nobody made the permit void.", at => at.Standing!.Revocation is null)
        .Explains(at => Why.Because($"{at.Standing!.Revocation!.By} made it void at {at.Standing.Revocation.At.ToText()}: {at.Standing.Revocation.Reason}"))
        .CuredBy(Remedy.Do("Ask who made it void; a permit is not given back"))
        .After(Issued);

    /// <summary>The work under the permit is not reported finished or failed.</summary>
    public static Requirement<PermitCase> NotUsedUp { get; } = Need(
            "change.permit.used-up", "The work under the permit is neither finished nor failed.", at => at.Standing!.Result is null)
        .Explains(at => Why.Because($"{at.Standing!.Result!.By} reported {at.Standing.Result.Progress} at {at.Standing.Result.At.ToText()}."))
        .CuredBy(Remedy.Do("Complete the change, or back it out"))
        .After(Issued);

    /// <summary>Without the stream: the host's verifier knows the signature (S-4).</summary>
    public static Requirement<PermitCase> Genuine { get; } = Need(
            "change.permit.not-genuine", "The signature is one that the host's verifier knows.", at => at.IsGenuine == true)
        .CuredBy(Remedy.Do("Take the permit from where it was signed, or check it against the change's stream"));

    /// <summary>All that is asked where the stream is at hand, each after those that it waits for.</summary>
    internal static ValueList<Requirement<PermitCase>> Online { get; } =
    [
        ChangeKnown, OfThisChange, ChainFound, Issued, ForEnvironment, ForContent, ContentStands,
        Begun, NotTooLate, InSlot, BeingMade, NotEnded, NotRevoked, NotUsedUp,
    ];

    /// <summary>All that can be asked without the stream.</summary>
    internal static ValueList<Requirement<PermitCase>> Offline { get; } = [Genuine, ForEnvironment, ForContent, Begun, NotTooLate];

    private static Instant? Next(PermitCase at)
    {
        var slots = at.Change!.Slots;
        return slots.Any(slot => slot.Contains(at.At)) || !slots.Any(slot => slot.End <= at.At)
            ? null
            : slots.Where(slot => slot.Start > at.At).Select(slot => (Instant?)slot.Start).Min();
    }

    private static Requirement<PermitCase> Need(string code, string sentence, Func<PermitCase, bool> isMet) =>
        Requirement.For<PermitCase>(code).Says(sentence).IsMetWhen(isMet);
}
