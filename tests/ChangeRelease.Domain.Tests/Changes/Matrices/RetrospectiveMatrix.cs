namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>What section B of the rules says of this change model, cell by cell, written by hand.</summary>
internal static class RetrospectiveMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there.</summary>
    public const string Text = """
        trigger             Recorded   Ratifying  Reviewing  Closed

        Submit              Ratifying  .          .          .
        CompleteAssessment  .          .          .          .
        Authorize           .          .          .          .
        Reject              .          .          .          .
        Revise              .          .          .          .
        Defer               .          .          .          .
        Resume              .          .          .          .
        Schedule            .          .          .          .
        Reschedule          .          .          .          .
        Unschedule          .          .          .          .
        LapseSlot           .          .          .          .
        Reauthorize         .          .          .          .
        FallBack            .          .          .          .
        Start               .          .          .          .
        RequestBreakGlass   .          .          .          .
        BreakGlass          .          .          .          .
        RequestOverride     .          .          .          .
        OverrideFreeze      .          .          .          .
        Revoke              .          .          .          .
        Report              .          .          .          .
        Complete            .          .          .          .
        BackOut             .          .          .          .
        BackedOut           .          .          .          .
        BackOutFailed       .          .          .          .
        Escalate            .          .          .          .
        Ratify              .          Reviewing  .          .
        Repudiate           .          Reviewing  .          .
        Close               .          .          Closed     .
        Hold                .          .          .          .
        Cancel              .          .          .          .
        Amend               =          .          .          .
        ChangeType          .          .          .          .
        CastVote            .          =          .          .
        WithdrawVote        .          =          .          .
        CarryOver           .          .          .          .
        RecordDecision      .          =          .          .
        WithdrawDecision    .          =          .          .
        Annotate            =          =          =          .
        RecordTask          .          .          .          .
        RecordReview        .          .          =          .
        """;
}
