using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the built-in change models ask for; hosts may ask for the same in models of their own.</summary>
public static partial class Needs
{
    /// <summary>The requirements on the change's votes, while it is authorized.</summary>
    public static BallotNeeds<ChangeAttempt> Authorization { get; } = Votes("authorization");

    /// <summary>The requirements on the change's votes, while it is ratified.</summary>
    public static BallotNeeds<ChangeAttempt> Ratifying { get; } = Votes("ratification");

    /// <summary>The release that carries the change is known, has it in its scope, and has slots.</summary>
    public static Requirement<ChangeAttempt> CarrierReady { get; } = Need(
            "change.carrier.not-ready", "The release carries the change and has a slot.", attempt => attempt.Carrier is not { } carrier || IsReady(attempt, carrier))
        .Explains(attempt => Why.Because($"The release {attempt.Carrier} is not known, does not carry the change, or has no slot.").Seeing("carrier", attempt.Facts.Carrier))
        .CuredBy(Remedy.Do("Put the change into the release's scope and schedule the release first"), Remedy.Do("Name slots of the change's own"))
        .About(ChangeParameters.Slots, ChangeParameters.Aboard);

    /// <summary>The release goes to everything that the change is made on, so that its booking counts for the change, too (S-51).</summary>
    public static Requirement<ChangeAttempt> CarrierCovers { get; } = Need(
            "change.carrier.goes-elsewhere", "The release goes to every service and environment of the change.", attempt => attempt.Carrier is null || !attempt.Change.Content.Targets.Except(attempt.Facts.Carrier!.Targets).Any())
        .Explains(attempt => Why.Because($"The release {attempt.Carrier} does not go to {string.Join(", ", attempt.Change.Content.Targets.Except(attempt.Facts.Carrier!.Targets))}.").Seeing("release goes to", attempt.Facts.Carrier.Targets))
        .CuredBy(Remedy.Do("Let the release go there, too"), Remedy.Do("Name slots of the change's own"))
        .About(ChangeParameters.Slots, ChangeParameters.Aboard)
        .After(CarrierReady);

    /// <summary>The requirements on the change's slots; aboard a release they wait for the release.</summary>
    public static SlotNeeds<ChangeAttempt> Slots { get; } = new("change", attempt => attempt.SlotCase, CarrierReady, CarrierCovers);

    /// <summary>The command says why, or what.</summary>
    public static Requirement<ChangeAttempt> Reason { get; } = Requirement.For<ChangeAttempt>("change.reason.missing")
        .Says("The command says why, or what is meant.")
        .IsMetWhen(attempt => !Text.IsBlank(attempt.Command.Because))
        .CuredBy(Remedy.Do("Say why, in words that will be understood later"))
        .About(ChangeParameters.Reason, ChangeParameters.Note, ChangeParameters.Name);

    /// <summary>The requirements on a board's decision, while the change is authorized.</summary>
    public static BoardNeeds<ChangeAttempt> AuthorizingBoard { get; } = Boards("authorization", Authorization);

    /// <summary>The requirements on a board's decision, while the change is ratified.</summary>
    public static BoardNeeds<ChangeAttempt> RatifyingBoard { get; } = Boards("ratification", Ratifying);

    private static BallotNeeds<ChangeAttempt> Votes(string act) => new(
        "change",
        act,
        attempt => attempt.Ballot,
        attempt => attempt.Stamp,
        attempt => attempt.Command switch
        {
            VoteOnChange vote => vote.Paper,
            RecordBoardDecision decision => new VotingPaper(decision.Choice, decision.Seen, null, decision.Reason),
            _ => null,
        });

    private static BoardNeeds<ChangeAttempt> Boards(string act, BallotNeeds<ChangeAttempt> votes) => new(
        "change",
        act,
        votes,
        attempt => attempt.Ballot,
        attempt => attempt.Stamp,
        attempt => (attempt.Command as RecordBoardDecision)?.Board ?? (attempt.Command as WithdrawBoardDecision)?.Board,
        attempt => (attempt.Command as RecordBoardDecision)?.Paper);

    private static bool IsReady(ChangeAttempt attempt, ReleaseId carrier) =>
        attempt.Facts.Carrier is { Carries: true } standing && standing.Id == carrier && standing.Slots.Count > 0;

    private static Requirement<ChangeAttempt> Need(string code, string sentence, Func<ChangeAttempt, bool> isMet) =>
        Requirement.For<ChangeAttempt>(code).Says(sentence).IsMetWhen(isMet);

    private static Requirement<ChangeAttempt> Filled(string code, string what, Func<ChangeContent, bool> isFilled) =>
        Need(code, $"The content names {what}.", attempt => isFilled(attempt.Change.Content))
            .Explains(_ => Why.Because($"The content does not name {what}."))
            .CuredBy(Remedy.Do($"Amend the content: name {what}"));
}
