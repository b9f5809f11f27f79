namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>What section B of the rules says of this change model, cell by cell, written by hand.</summary>
internal static class EmergencyMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there, a bracket is a note below.</summary>
    public const string Text = """
        trigger             Draft         Authorizing  Approved      Scheduled     Implementing  BackingOut  Ratifying  Reviewing  Rejected  Deferred     OnHold    Closed  Canceled

        Submit              Authorizing   .            .             .             .             .           .          .          .         .            .         .       .
        CompleteAssessment  .             .            .             .             .             .           .          .          .         .            .         .       .
        Authorize           .             Approved     .             .             .             .           .          .          .         .            .         .       .
        Reject              .             Rejected     .             .             .             .           .          .          .         .            .         .       .
        Revise              .             .            .             .             .             .           .          .          Draft     .            .         .       .
        Defer               .             Deferred     .             .             .             .           .          .          .         .            .         .       .
        Resume              .             .            .             .             .             .           .          .          .         Authorizing  [held]    .       .
        Schedule            .             .            Scheduled     .             .             .           .          .          .         .            .         .       .
        Reschedule          .             .            .             =             .             .           .          .          .         .            .         .       .
        Unschedule          .             .            .             Approved      .             .           .          .          .         .            .         .       .
        LapseSlot           .             .            .             Approved      .             .           .          .          .         .            .         .       .
        Reauthorize         .             .            Authorizing   Authorizing   .             .           .          .          .         .            .         .       .
        FallBack            .             .            .             .             .             .           .          .          .         .            .         .       .
        Start               .             .            Implementing  Implementing  .             .           .          .          .         .            .         .       .
        RequestBreakGlass   =             .            .             .             .             .           .          .          .         .            .         .       .
        BreakGlass          Implementing  .            .             .             .             .           .          .          .         .            .         .       .
        RequestOverride     .             .            .             .             .             .           .          .          .         .            .         .       .
        OverrideFreeze      .             .            .             .             .             .           .          .          .         .            .         .       .
        Revoke              .             .            .             .             =             .           .          .          .         .            .         .       .
        Report              .             .            .             .             =             =           =          =          .         .            .         .       .
        Complete            .             .            .             .             Ratifying     .           .          .          .         .            .         .       .
        BackOut             .             .            .             .             BackingOut    .           .          .          .         .            .         .       .
        BackedOut           .             .            .             .             .             Ratifying   .          .          .         .            .         .       .
        BackOutFailed       .             .            .             .             .             Ratifying   .          .          .         .            .         .       .
        Escalate            .             .            .             .             =             =           =          =          .         .            .         .       .
        Ratify              .             .            .             .             .             .           Reviewing  .          .         .            .         .       .
        Repudiate           .             .            .             .             .             .           Reviewing  .          .         .            .         .       .
        Close               .             .            .             .             .             .           .          Closed     .         .            .         .       .
        Hold                .             OnHold       OnHold        OnHold        .             .           .          .          .         .            .         .       .
        Cancel              Canceled      Canceled     Canceled      Canceled      .             .           .          .          Canceled  Canceled     Canceled  .       .
        Amend               =             [edit]       [edit]        [edit]        .             .           .          .          .         .            =         .       .
        ChangeType          =             .            .             .             .             .           .          .          .         .            .         .       .
        CastVote            .             =            .             .             .             .           =          .          .         .            .         .       .
        WithdrawVote        .             =            .             .             .             .           =          .          .         .            .         .       .
        CarryOver           .             =            .             .             .             .           .          .          .         .            .         .       .
        RecordDecision      .             =            .             .             .             .           =          .          .         .            .         .       .
        WithdrawDecision    .             =            .             .             .             .           =          .          .         .            .         .       .
        Annotate            =             =            =             =             =             =           =          =          =         =            =         .       .
        RecordTask          .             .            =             =             =             =           .          .          .         .            .         .       .
        RecordReview        .             .            .             .             .             .           .          =          .         .            .         .       .

        [held]  Authorizing: Authorizing; Approved: Approved
        [edit]  immaterial: =; material: Authorizing
        """;
}
