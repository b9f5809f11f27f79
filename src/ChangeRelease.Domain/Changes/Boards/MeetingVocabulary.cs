using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The words that documents of meeting models may use without a host's adding any.</summary>
public static class MeetingVocabulary
{
    private static readonly ValueList<Requirement<MeetingAttempt>> Requirements =
    [
        MeetingNeeds.Reason, .. MeetingNeeds.Recording, MeetingNeeds.ItemsDiffer, MeetingNeeds.SettledKept, MeetingNeeds.SomebodyNamed,
        MeetingNeeds.NotYetPresent, MeetingNeeds.PresentUntilNow, MeetingNeeds.ItemListed, MeetingNeeds.ItemOpen, MeetingNeeds.SeesPinned,
        MeetingNeeds.AnswerKnown, MeetingNeeds.ChangeTakesIt, MeetingNeeds.LaterMeeting, MeetingNeeds.EveryItemSettled,
        MeetingNeeds.ApproverOfBoard, MeetingNeeds.ApproverOther, MeetingNeeds.MinutesSeen,
    ];

    /// <summary>Everything in <see cref="MeetingNeeds"/>, and the built-in model as a definition to derive from.</summary>
    public static Vocabulary<MeetingAttempt> BuiltIn { get; } = Vocabulary<MeetingAttempt>.Empty
        .With(Requirements)
        .With(MeetingModels.Ordinary.Lifecycle);
}
