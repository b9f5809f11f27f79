namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>What section B of the rules says of this change model, cell by cell, written by hand.</summary>
internal static class NormalMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there, a bracket is a note below.</summary>
    public const string Text = """
        trigger             Draft      Assessing    Authorizing  Approved     Scheduled     Implementing  BackingOut  Reviewing  Rejected  Deferred   OnHold    Closed  Canceled

        Submit              Assessing  .            .            .            .             .             .           .          .         .          .         .       .
        CompleteAssessment  .          Authorizing  .            .            .             .             .           .          .         .          .         .       .
        Authorize           .          .            Approved     .            .             .             .           .          .         .          .         .       .
        Reject              .          Rejected     Rejected     .            .             .             .           .          .         .          .         .       .
        Revise              .          .            .            .            .             .             .           .          Draft     .          .         .       .
        Defer               .          Deferred     Deferred     .            .             .             .           .          .         .          .         .       .
        Resume              .          .            .            .            .             .             .           .          .         Assessing  [held]    .       .
        Schedule            .          .            .            Scheduled    .             .             .           .          .         .          .         .       .
        Reschedule          .          .            .            .            =             .             .           .          .         .          .         .       .
        Unschedule          .          .            .            .            Approved      .             .           .          .         .          .         .       .
        LapseSlot           .          .            .            .            Approved      .             .           .          .         .          .         .       .
        Reauthorize         .          .            .            Authorizing  Authorizing   .             .           .          .         .          .         .       .
        FallBack            .          .            .            .            .             .             .           .          .         .          .         .       .
        Start               .          .            .            .            Implementing  .             .           .          .         .          .         .       .
        RequestBreakGlass   .          .            .            .            .             .             .           .          .         .          .         .       .
        BreakGlass          .          .            .            .            .             .             .           .          .         .          .         .       .
        RequestOverride     .          .            .            =            =             .             .           .          .         .          .         .       .
        OverrideFreeze      .          .            .            =            =             .             .           .          .         .          .         .       .
        Revoke              .          .            .            .            .             =             .           .          .         .          .         .       .
        Report              .          .            .            .            .             =             =           =          .         .          .         .       .
        Complete            .          .            .            .            .             Reviewing     .           .          .         .          .         .       .
        BackOut             .          .            .            .            .             BackingOut    .           .          .         .          .         .       .
        BackedOut           .          .            .            .            .             .             Reviewing   .          .         .          .         .       .
        BackOutFailed       .          .            .            .            .             .             Reviewing   .          .         .          .         .       .
        Escalate            .          .            .            .            .             .             .           .          .         .          .         .       .
        Ratify              .          .            .            .            .             .             .           .          .         .          .         .       .
        Repudiate           .          .            .            .            .             .             .           .          .         .          .         .       .
        Close               .          .            .            .            .             .             .           Closed     .         .          .         .       .
        Hold                .          OnHold       OnHold       OnHold       OnHold        .             .           .          .         .          .         .       .
        Cancel              Canceled   Canceled     Canceled     Canceled     Canceled      .             .           .          Canceled  Canceled   Canceled  .       .
        Amend               =          =            [edit]       [edit]       [edit]        .             .           .          .         .          =         .       .
        ChangeType          =          .            .            .            .             .             .           .          .         .          .         .       .
        CastVote            .          .            =            .            .             .             .           .          .         .          .         .       .
        WithdrawVote        .          .            =            .            .             .             .           .          .         .          .         .       .
        CarryOver           .          .            =            .            .             .             .           .          .         .          .         .       .
        RecordDecision      .          .            =            .            .             .             .           .          .         .          .         .       .
        WithdrawDecision    .          .            =            .            .             .             .           .          .         .          .         .       .
        Annotate            =          =            =            =            =             =             =           =          =         =          =         .       .
        RecordTask          .          .            .            =            =             =             =           .          .         .          .         .       .
        RecordReview        .          .            .            .            .             .             .           =          .         .          .         .       .

        [held]  Assessing: Assessing; Authorizing: Authorizing; Approved: Approved
        [edit]  immaterial: =; material: Assessing
        """;
}
