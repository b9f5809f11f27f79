using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What the built-in release model asks for; hosts may ask for the same in models of their own.</summary>
public static partial class Needs
{
    /// <summary>The requirements on go and no-go votes.</summary>
    public static BallotNeeds<ReleaseAttempt> Authorization { get; } = new(
        "release", "authorization", attempt => attempt.Ballot, attempt => attempt.Stamp, attempt => attempt.Command switch
        {
            VoteOnRelease vote => vote.Paper,
            RecordReleaseDecision decision => new VotingPaper(decision.Choice, decision.Seen, null, decision.Reason),
            _ => null,
        });

    /// <summary>The requirements on what a board decides on go or no-go.</summary>
    public static BoardNeeds<ReleaseAttempt> AuthorizingBoard { get; } = new(
        "release",
        "authorization",
        Authorization,
        attempt => attempt.Ballot,
        attempt => attempt.Stamp,
        attempt => (attempt.Command as RecordReleaseDecision)?.Board ?? (attempt.Command as WithdrawReleaseDecision)?.Board,
        attempt => (attempt.Command as RecordReleaseDecision)?.Paper);

    /// <summary>The requirements on the release's slots.</summary>
    public static SlotNeeds<ReleaseAttempt> Slots { get; } = new("release", attempt => attempt.SlotCase);

    /// <summary>The command says why, or what.</summary>
    public static Requirement<ReleaseAttempt> Reason { get; } =
        Need("release.reason.missing", "The command says why, or what is meant.", attempt => !Text.IsBlank(attempt.Command.Because))
            .CuredBy(Remedy.Do("Say why, in words that will be understood later"))
            .About(ReleaseParameters.Reason, ReleaseParameters.Evidence, ReleaseParameters.Note, ReleaseParameters.Report);

    /// <summary>The release has a title.</summary>
    public static Requirement<ReleaseAttempt> Title { get; } = Filled("release.title.missing", "a title", content => !Text.IsBlank(content.Title));

    /// <summary>The release names the version it brings.</summary>
    public static Requirement<ReleaseAttempt> Version { get; } = Filled("release.version.missing", "its version", content => content.Version is not null);

    /// <summary>The release carries something.</summary>
    public static Requirement<ReleaseAttempt> Scope { get; } = Filled("release.scope.missing", "the changes it carries", content => content.Changes.Count > 0);

    /// <summary>The release names the services it goes to.</summary>
    public static Requirement<ReleaseAttempt> Services { get; } = Filled("release.services.missing", "the services it goes to", content => content.Services.Count > 0);

    /// <summary>The release names the environments it goes to.</summary>
    public static Requirement<ReleaseAttempt> Environments { get; } = Filled("release.environments.missing", "the environments it goes to", content => content.Environments.Count > 0);

    /// <summary>The release says how it is rolled back.</summary>
    public static Requirement<ReleaseAttempt> RemediationPlan { get; } = Filled("release.remediation-plan.missing", "a remediation plan", content => !Text.IsBlank(content.RemediationPlan));

    /// <summary>What was tested is the present content (S-52).</summary>
    public static Requirement<ReleaseAttempt> TestedThis { get; } =
        Need("release.tests.of-other-content", "The tests were run on the present content.", attempt => (attempt.Command as PassTests)?.Tested == attempt.Release.Digest)
            .Explains(attempt => Why.Because("The tests were run on another content than the present one.")
                .Seeing("tested", (attempt.Command as PassTests)?.Tested.Abbreviated)
                .Seeing("present", attempt.Release.Digest.Abbreviated))
            .CuredBy(Remedy.Do("Test the present content"))
            .About(ReleaseParameters.Tested);

    /// <summary>What goes out is what was tested (S-52).</summary>
    public static Requirement<ReleaseAttempt> Tested { get; } =
        Need("release.tests.missing", "The present content passed its tests.", attempt => attempt.Release.Tested == attempt.Release.Digest)
            .CuredBy(Remedy.Do("Test the present content"));

    /// <summary>The edit changes something.</summary>
    public static Requirement<ReleaseAttempt> SomeEdit { get; } =
        Need("release.amendment.empty", "The amendment differs from what is there.", attempt => ReleaseFields.Changed(attempt.Release.Content, attempt.ContentAfter).Count > 0)
            .CuredBy(Remedy.Do("Change a field, or leave the content as it is"))
            .About(ReleaseParameters.Content);

    /// <summary>What is mended forward is another content.</summary>
    public static Requirement<ReleaseAttempt> NewDigest { get; } =
        Need("release.roll-forward.same-content", "Rolling forward brings another content.", attempt => ReleaseFields.DigestOf(attempt.ContentAfter) != attempt.Release.Digest)
            .CuredBy(Remedy.Do("Name the artifacts that mend it"))
            .About(ReleaseParameters.Content);

    /// <summary>It is known how the carried changes stand (S-4).</summary>
    public static Requirement<ReleaseAttempt> ClearancesKnown { get; } =
        Need("release.changes.unknown", "It is known how every carried change stands.", attempt => attempt.Facts.Clearances is { } known && !attempt.Release.Content.Changes.Except(known.Select(clearance => clearance.Id)).Any())
            .CuredBy(Remedy.Do("Open the missing changes, or take them out of the release's scope"));

    /// <summary>Every carried change may go out with the release.</summary>
    public static Requirement<ReleaseAttempt> ChangesCleared { get; } =
        Need("release.changes.not-cleared", "Every carried change is scheduled aboard the release, or being made.", attempt => !NotCleared(attempt).Any())
            .Explains(attempt => NotCleared(attempt).Select(clearance => Why.Because($"The change {clearance.Id} is {clearance.Status}, and not scheduled aboard the release for its slots.")
                .CuredBy(Remedy.Do($"Schedule {clearance.Id} aboard the release"), Remedy.Do($"Recall the release and take {clearance.Id} out of its scope"))))
            .After(ClearancesKnown);

    /// <summary>Every carried change says what it said when the release was let go.</summary>
    public static Requirement<ReleaseAttempt> ChangesAsLetGo { get; } =
        Need("release.changes.differ", "Every carried change says what it said when the release was let go.", attempt => !Differing(attempt).Any())
            .Explains(attempt => Differing(attempt).Select(pair => Why.Because($"The change {pair.Now.Id} was amended since the release was let go.")
                .Seeing("let go with", pair.LetGo.Content.Abbreviated)
                .Seeing("now", pair.Now.Content?.Abbreviated)
                .CuredBy(Remedy.Do("Recall the release, and let it go anew with what the change says now"))))
            .After(ClearancesKnown);

    private static IEnumerable<(CarriedContent LetGo, Clearance Now)> Differing(ReleaseAttempt attempt) =>
        attempt.Release.Carried.Join(attempt.Facts.Clearances!, carried => carried.Change, clearance => clearance.Id, (carried, clearance) => (carried, clearance)).Where(pair => pair.carried.Content != pair.clearance.Content);

    private static IEnumerable<Clearance> NotCleared(ReleaseAttempt attempt) =>
        attempt.Facts.Clearances!.Where(clearance => !clearance.IsCleared && attempt.Release.Content.Changes.Contains(clearance.Id));

    private static Requirement<ReleaseAttempt> Need(string code, string sentence, Func<ReleaseAttempt, bool> isMet) =>
        Requirement.For<ReleaseAttempt>(code).Says(sentence).IsMetWhen(isMet);

    private static Requirement<ReleaseAttempt> Filled(string code, string what, Func<ReleaseContent, bool> isFilled) =>
        Need(code, $"The content names {what}.", attempt => isFilled(attempt.Release.Content))
            .Explains(_ => Why.Because($"The content does not name {what}."))
            .CuredBy(Remedy.Do($"Amend the content: name {what}"));
}
