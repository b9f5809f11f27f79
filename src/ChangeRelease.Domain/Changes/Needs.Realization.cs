using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What making, reviewing and closing a change need.</content>
public static partial class Needs
{
    /// <summary>The release still has the slots that the change was scheduled for.</summary>
    public static Requirement<ChangeAttempt> CarrierKeepsSlots { get; } = Need(
            "change.carrier.moved", "The release still has the slots that the change was scheduled for.", attempt => attempt.Carrier is null || attempt.Facts.Carrier!.Slots.Equals(attempt.Change.Slots))
        .Explains(attempt => Why.Because($"The release {attempt.Carrier} moved to {attempt.Facts.Carrier!.Slots}.").Seeing("scheduled for", attempt.Change.Slots))
        .CuredBy(Remedy.Do("Reschedule the change aboard the release"))
        .After(CarrierReady);

    /// <summary>The review says what can be true after what happened.</summary>
    public static Requirement<ChangeAttempt> ReviewFits { get; } = Need(
            "change.review.contradicts", "The outcome agrees with how the making of the change ended.", attempt => attempt.Command is ReviewChange { Outcome: var outcome } && Fits(outcome, attempt.Change.Realization))
        .Explains(attempt => Why.Because($"The making of the change ended as {attempt.Change.Realization?.ToString() ?? "done before"}, and the outcome says otherwise."))
        .CuredBy(Remedy.Do("Record an outcome that agrees with what happened"))
        .About(ChangeParameters.Outcome);

    /// <summary>A review with its outcome was recorded.</summary>
    public static Requirement<ChangeAttempt> Reviewed { get; } = Need(
            "change.review.missing", "A post-implementation review was recorded with its outcome.", attempt => attempt.Change.Review is not null)
        .CuredBy(Remedy.Do("Record the review with its outcome"));

    /// <summary>A person reviewed.</summary>
    public static Requirement<ChangeAttempt> ReviewedByPerson { get; } = Need(
            "change.review.person-missing", "A person reviewed the change.", attempt => !attempt.Change.Review!.Reviewer.IsService)
        .CuredBy(Remedy.Do("Let a person record the review"))
        .After(Reviewed);

    /// <summary>A person reviewed, or it was a plain success of a routine change.</summary>
    public static Requirement<ChangeAttempt> ReviewedByPersonUnlessSuccessful { get; } = Need(
            "change.review.person-missing-after-trouble", "A person reviewed the change, unless it was simply successful.", attempt => attempt.Change.Review is { Outcome: ReviewOutcome.Successful } or { Reviewer.IsService: false })
        .CuredBy(Remedy.Do("Let a person record the review"))
        .After(Reviewed);

    /// <summary>What did not wait for authorization was ratified, or reversed, or accepted as it is (S-33).</summary>
    public static Requirement<ChangeAttempt> RatifiedOrReversed { get; } = Need(
            "change.reversal.open", "The change was ratified; or repudiated and then reversed, or accepted as it is by someone who had no hand in it.", attempt => attempt.Change.Ratification == Ratification.Ratified || IsReversed(attempt) || IsAccepted(attempt))
        .Explains(NotReversed)
        .CuredBy(Remedy.Do("Close a change whose content says that it reverses this one, and name it"), Remedy.Do("Let someone who had no hand in it record why it is accepted"))
        .About(ChangeParameters.Reversal, ChangeParameters.Acceptance);

    private static bool Fits(ReviewOutcome outcome, Realization? realization) => realization switch
    {
        Realization.BackedOut => outcome is ReviewOutcome.BackedOut or ReviewOutcome.Failed,
        Realization.BackOutFailed => outcome is ReviewOutcome.Failed,
        _ => outcome is ReviewOutcome.Successful or ReviewOutcome.SuccessfulWithIssues or ReviewOutcome.Failed,
    };

    private static bool IsReversed(ChangeAttempt attempt) =>
        attempt.Command is CloseChange { Reversal: { } reversal } && attempt.Facts.Reversal is { IsClosed: true } standing && standing.Id == reversal && standing.Reverses == attempt.Change.Id;

    private static Why NotReversed(ChangeAttempt attempt) => Why.Because(attempt.Facts.Reversal is { IsClosed: true } other && other.Reverses != attempt.Change.Id
            ? $"The change was repudiated, and {other.Id} does not say that it reverses {attempt.Change.Id}."
            : "The change was repudiated, and nothing reversed it yet.")
        .Seeing("reversal", attempt.Facts.Reversal);

    private static bool IsAccepted(ChangeAttempt attempt) =>
        attempt.Command is CloseChange { Acceptance: var acceptance } && !Text.IsBlank(acceptance) && IsIndependent(attempt, attempt.Stamp.Actor);

    // A service account counts for its owner, and one that nobody answers for counts for nobody (S-24).
    private static bool IsIndependent(ChangeAttempt attempt, Actor actor) =>
        actor.Person is { } person && !attempt.Ballot.Contributors.Include(person) && !attempt.Ballot.Contributors.Include(actor.Id);
}
