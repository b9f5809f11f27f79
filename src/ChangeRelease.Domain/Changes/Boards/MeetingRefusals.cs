using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class MeetingRefusals
{
    public static Refusal Missing(MeetingCommand command) => Refusal.Of(
        "meeting.request.missing",
        "The meeting exists.",
        Why.Because($"There is no meeting that {command.Trigger?.Value ?? "it"} could be taken on.").CuredBy(Remedy.Do("Plan the meeting first, or check its name")));

    public static Refusal Exists(BoardMeeting meeting) => Refusal.Of(
        "meeting.request.exists",
        "The meeting does not exist yet.",
        Why.Because($"The meeting {meeting.Id} was planned before.").Seeing("state", meeting.Status).CuredBy(Remedy.Do("Plan the meeting under another name")));

    public static Refusal Reused(CommandId command) => Refusal.Of(
        "meeting.request.command-id-reused",
        "A command's identity stands for one content.",
        Why.Because($"The command {command} took effect before, with another content.").CuredBy(Remedy.Do("Give the command an identity of its own")));

    public static Refusal Returned(CommandId command) => Refusal.Of(
        "meeting.request.returned",
        "What the board decided was taken up by the change.",
        Why.Because($"The change had moved on when the decision of the command {command} reached it, and the item is open again.").CuredBy(Remedy.Do("Decide again, by a command with an identity of its own")));

    public static Refusal TimeRunsBackwards(BoardMeeting meeting, Stamp stamp) => Refusal.Of(
        "meeting.time.backwards",
        "Time does not run backwards in a meeting's history.",
        Why.Because($"The latest event is of {meeting.LastAt.ToText()}, and the command is of {stamp.At.ToText()}.")
            .Seeing("latest event", meeting.LastAt.ToText())
            .CuredFrom(meeting.LastAt));

    public static Refusal ModelUnknown(BoardMeeting meeting) => Refusal.Of(
        "meeting.model.unknown",
        "The meeting model that the meeting lives under is known.",
        Why.Because($"The meeting lives under {meeting.Model}, which is not among the known models.")
            .CuredBy(Remedy.Do($"Add {meeting.Model} to the models that the host knows")));
}
