namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>What section B of the rules says of this change model, cell by cell, written by hand.</summary>
internal static class StandardMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there, a bracket is a note below, a slash leaves for another model.</summary>
    public const string Text = """
        trigger             Draft        Authorizing       Approved          Scheduled         Implementing  BackingOut  Reviewing  Rejected  Deferred         OnHold         Closed  Canceled

        Submit              Authorizing  .                 .                 .                 .             .           .          .         .                .              .       .
        CompleteAssessment  .            .                 .                 .                 .             .           .          .         .                .              .       .
        Authorize           .            Approved          .                 .                 .             .           .          .         .                .              .       .
        Reject              .            Rejected          .                 .                 .             .           .          .         .                .              .       .
        Revise              .            .                 .                 .                 .             .           .          Draft     .                .              .       .
        Defer               .            Deferred          .                 .                 .             .           .          .         .                .              .       .
        Resume              .            .                 .                 .                 .             .           .          .         Authorizing      [held]         .       .
        Schedule            .            .                 Scheduled         .                 .             .           .          .         .                .              .       .
        Reschedule          .            .                 .                 =                 .             .           .          .         .                .              .       .
        Unschedule          .            .                 .                 Approved          .             .           .          .         .                .              .       .
        LapseSlot           .            .                 .                 Approved          .             .           .          .         .                .              .       .
        Reauthorize         .            .                 Authorizing       Authorizing       .             .           .          .         .                .              .       .
        FallBack            .            normal/Assessing  normal/Assessing  normal/Assessing  .             .           .          .         normal/Deferred  normal/OnHold  .       .
        Start               .            .                 .                 Implementing      .             .           .          .         .                .              .       .
        RequestBreakGlass   .            .                 .                 .                 .             .           .          .         .                .              .       .
        BreakGlass          .            .                 .                 .                 .             .           .          .         .                .              .       .
        RequestOverride     .            .                 =                 =                 .             .           .          .         .                .              .       .
        OverrideFreeze      .            .                 =                 =                 .             .           .          .         .                .              .       .
        Revoke              .            .                 .                 .                 =             .           .          .         .                .              .       .
        Report              .            .                 .                 .                 =             =           =          .         .                .              .       .
        Complete            .            .                 .                 .                 Reviewing     .           .          .         .                .              .       .
        BackOut             .            .                 .                 .                 BackingOut    .           .          .         .                .              .       .
        BackedOut           .            .                 .                 .                 .             Reviewing   .          .         .                .              .       .
        BackOutFailed       .            .                 .                 .                 .             Reviewing   .          .         .                .              .       .
        Escalate            .            .                 .                 .                 .             .           .          .         .                .              .       .
        Ratify              .            .                 .                 .                 .             .           .          .         .                .              .       .
        Repudiate           .            .                 .                 .                 .             .           .          .         .                .              .       .
        Close               .            .                 .                 .                 .             .           Closed     .         .                .              .       .
        Hold                .            OnHold            OnHold            OnHold            .             .           .          .         .                .              .       .
        Cancel              Canceled     Canceled          Canceled          Canceled          .             .           .          Canceled  Canceled         Canceled       .       .
        Amend               =            [edit]            [edit]            [edit]            .             .           .          .         .                =              .       .
        ChangeType          =            .                 .                 .                 .             .           .          .         .                .              .       .
        CastVote            .            =                 .                 .                 .             .           .          .         .                .              .       .
        WithdrawVote        .            =                 .                 .                 .             .           .          .         .                .              .       .
        CarryOver           .            =                 .                 .                 .             .           .          .         .                .              .       .
        RecordDecision      .            =                 .                 .                 .             .           .          .         .                .              .       .
        WithdrawDecision    .            =                 .                 .                 .             .           .          .         .                .              .       .
        Annotate            =            =                 =                 =                 =             =           =          =         =                =              .       .
        RecordTask          .            .                 =                 =                 =             =           .          .         .                .              .       .
        RecordReview        .            .                 .                 .                 .             .           =          .         .                .              .       .

        [held]  Authorizing: Authorizing; Approved: Approved
        [edit]  immaterial: =; material: Authorizing
        """;
}
