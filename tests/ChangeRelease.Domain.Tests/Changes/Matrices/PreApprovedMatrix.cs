namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>What section B of the rules says of this change model, cell by cell, written by hand.</summary>
internal static class PreApprovedMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there, a bracket is a note below, a slash leaves for another model.</summary>
    public const string Text = """
        trigger             Draft     Approved          Scheduled         Implementing  BackingOut  Reviewing  OnHold         Closed  Canceled

        Submit              Approved  .                 .                 .             .           .          .              .       .
        CompleteAssessment  .         .                 .                 .             .           .          .              .       .
        Authorize           .         .                 .                 .             .           .          .              .       .
        Reject              .         .                 .                 .             .           .          .              .       .
        Revise              .         .                 .                 .             .           .          .              .       .
        Defer               .         .                 .                 .             .           .          .              .       .
        Resume              .         .                 .                 .             .           .          Approved       .       .
        Schedule            .         Scheduled         .                 .             .           .          .              .       .
        Reschedule          .         .                 =                 .             .           .          .              .       .
        Unschedule          .         .                 Approved          .             .           .          .              .       .
        LapseSlot           .         .                 Approved          .             .           .          .              .       .
        Reauthorize         .         .                 .                 .             .           .          .              .       .
        FallBack            .         normal/Assessing  normal/Assessing  .             .           .          normal/OnHold  .       .
        Start               .         .                 Implementing      .             .           .          .              .       .
        RequestBreakGlass   .         .                 .                 .             .           .          .              .       .
        BreakGlass          .         .                 .                 .             .           .          .              .       .
        RequestOverride     .         =                 =                 .             .           .          .              .       .
        OverrideFreeze      .         =                 =                 .             .           .          .              .       .
        Revoke              .         .                 .                 =             .           .          .              .       .
        Report              .         .                 .                 =             =           =          .              .       .
        Complete            .         .                 .                 Reviewing     .           .          .              .       .
        BackOut             .         .                 .                 BackingOut    .           .          .              .       .
        BackedOut           .         .                 .                 .             Reviewing   .          .              .       .
        BackOutFailed       .         .                 .                 .             Reviewing   .          .              .       .
        Escalate            .         .                 .                 .             .           .          .              .       .
        Ratify              .         .                 .                 .             .           .          .              .       .
        Repudiate           .         .                 .                 .             .           .          .              .       .
        Close               .         .                 .                 .             .           Closed     .              .       .
        Hold                .         OnHold            OnHold            .             .           .          .              .       .
        Cancel              Canceled  Canceled          Canceled          .             .           .          Canceled       .       .
        Amend               =         [edit]            [edit]            .             .           .          [pause]        .       .
        ChangeType          =         .                 .                 .             .           .          .              .       .
        CastVote            .         .                 .                 .             .           .          .              .       .
        WithdrawVote        .         .                 .                 .             .           .          .              .       .
        CarryOver           .         .                 .                 .             .           .          .              .       .
        RecordDecision      .         .                 .                 .             .           .          .              .       .
        WithdrawDecision    .         .                 .                 .             .           .          .              .       .
        Annotate            =         =                 =                 =             =           =          =              .       .
        RecordTask          .         =                 =                 =             =           .          .              .       .
        RecordReview        .         .                 .                 .             .           =          .              .       .

        [edit]   immaterial: =; within bounds: Approved; outside bounds: normal/Assessing
        [pause]  immaterial: =; within bounds: =; outside bounds: normal/OnHold
        """;
}
