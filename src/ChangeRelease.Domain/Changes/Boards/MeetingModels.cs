using ChangeRelease.Domain.Foundation;
using static ChangeRelease.Domain.Changes.MeetingStates;
using static ChangeRelease.Domain.Changes.MeetingTriggers;

namespace ChangeRelease.Domain.Changes;

/// <summary>The built-in model of a board's meetings.</summary>
public static class MeetingModels
{
    private static readonly Requirement<MeetingAttempt>[] Recording = MeetingNeeds.Recording;

    private static readonly Requirement<MeetingAttempt>[] Deciding =
        [MeetingNeeds.ItemListed, MeetingNeeds.ItemOpen, MeetingNeeds.SeesPinned, MeetingNeeds.AnswerKnown, MeetingNeeds.ChangeTakesIt];

    /// <summary>Planned, opened, item after item decided or put off, adjourned, its minutes approved; the same for a CAB and for an ECAB.</summary>
    public static MeetingModel Ordinary { get; } = MeetingModel.Define("meeting", version: 1, model => model
        .StartsIn(Planned)
        .In(Planned)
            .On(Open).GoTo(InSession).When(Recording)
            .On(Cancel).GoTo(Canceled).When(MeetingNeeds.Reason).When(Recording)
        .In(Planned, InSession)
            .On(SetAgenda).Stay().When(MeetingNeeds.ItemsDiffer, MeetingNeeds.SettledKept).When(Recording)
        .In(InSession)
            .On(Arrive).Stay().When(MeetingNeeds.SomebodyNamed, MeetingNeeds.NotYetPresent).When(Recording)
            .On(Depart).Stay().When(MeetingNeeds.SomebodyNamed, MeetingNeeds.PresentUntilNow).When(Recording)
            .On(Decide).Stay().When(Deciding).When(Recording)
            .On(Defer).Stay().When(MeetingNeeds.Reason, MeetingNeeds.ItemListed, MeetingNeeds.ItemOpen, MeetingNeeds.LaterMeeting).When(Recording)
            .On(Adjourn).GoTo(Adjourned).When(MeetingNeeds.EveryItemSettled).When(Recording)
        .In(Adjourned)
            .On(Approve).GoTo(MeetingStates.MinutesApproved).When(MeetingNeeds.MinutesSeen, MeetingNeeds.ApproverOfBoard, MeetingNeeds.ApproverOther)
        .EndsIn(MeetingStates.MinutesApproved, Canceled));
}
