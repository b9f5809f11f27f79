using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What issuing, revoking and reporting permits need.</content>
public static partial class Needs
{
    /// <summary>The latest record of the change's history is known, so that permits can name the history they belong to (S-4, S-70).</summary>
    public static Requirement<ChangeAttempt> ChainHeadKnown { get; } = Need(
            "change.permit.chain-head-unknown", "The latest record of the change's history is known.", attempt => attempt.Facts.ChainHead is not null)
        .CuredBy(Remedy.Do("Give the hash of the latest record with the facts, as the desk does"));

    /// <summary>The change has issued the permit that the command names.</summary>
    public static Requirement<ChangeAttempt> PermitKnown { get; } = Need(
            "change.permit.unknown", "The change has issued the permit that is named.", attempt => Named(attempt) is not null)
        .Explains(attempt => Why.Because($"The change {attempt.Change.Id} has issued no permit of that digest.").Seeing("issued", attempt.Change.Permits.Select(standing => standing.Permit.Digest).ToValueList()))
        .CuredBy(Remedy.Do("Name a permit of this change by its digest"))
        .About(ChangeParameters.Permit);

    /// <summary>The permit was not made void before, for another reason.</summary>
    public static Requirement<ChangeAttempt> PermitNotVoid { get; } = Need(
            "change.permit.void-already", "The permit was not made void before.", attempt => Named(attempt)!.Revocation is null)
        .Explains(attempt => Why.Because($"{Named(attempt)!.Revocation!.By} made it void at {Named(attempt)!.Revocation!.At.ToText()}: {Named(attempt)!.Revocation!.Reason}"))
        .CuredBy(Remedy.Do("Nothing to do: no step may begin under it"))
        .About(ChangeParameters.Permit)
        .After(PermitKnown);

    /// <summary>The permit is not used up or ended, so that there is something to make void.</summary>
    public static Requirement<ChangeAttempt> PermitOpen { get; } = Need(
            "change.permit.over-already", "The permit is neither used up nor ended.", attempt => Named(attempt) is { Result: null, EndedAt: null })
        .CuredBy(Remedy.Do("Back the change out, if what was done is to be undone"))
        .About(ChangeParameters.Permit)
        .After(PermitKnown);

    /// <summary>What finished or failed was reported to have started.</summary>
    public static Requirement<ChangeAttempt> ReportInOrder { get; } = Need(
            "change.permit.not-started", "Before it is finished or failed, it is reported started.", attempt => Asked(attempt) == PermitProgress.Started || Named(attempt)!.Started is not null)
        .CuredBy(Remedy.Do("Report that it started, then this report again"))
        .About(ChangeParameters.Permit, ChangeParameters.Progress)
        .After(PermitKnown);

    /// <summary>Nothing else was reported in its place: reports are added, never replaced.</summary>
    public static Requirement<ChangeAttempt> ReportAgrees { get; } = Need(
            "change.permit.reported-otherwise", "Nothing else was reported in its place.", attempt => Asked(attempt) is { } progress && Named(attempt)!.ReportOf(progress) is null)
        .Explains(attempt => Asked(attempt) is { } progress && Named(attempt)!.ReportOf(progress) is { } said
            ? Why.Because($"{said.By} reported {said.Progress} at {said.At.ToText()}{(said.Remark.Length > 0 ? $": {said.Remark}" : string.Empty)}")
            : Why.Because("It is not said how far the work has come."))
        .CuredBy(Remedy.Do("Leave the report as it is, and add a note to the change"))
        .About(ChangeParameters.Permit, ChangeParameters.Progress, ChangeParameters.ReportRemark)
        .After(PermitKnown);

    private static PermitProgress? Asked(ChangeAttempt attempt) => (attempt.Command as ReportPermit)?.Progress;

    private static PermitStanding? Named(ChangeAttempt attempt) => attempt.Command switch
    {
        RevokePermit it => attempt.Change.FindPermit(it.Permit),
        ReportPermit it => attempt.Change.FindPermit(it.Permit),
        _ => null,
    };
}
