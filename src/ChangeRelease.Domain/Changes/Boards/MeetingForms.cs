using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.MeetingParameters;

namespace ChangeRelease.Domain.Changes;

/// <summary>Each typed command on meetings as a form: the trigger it takes, and its fields as parameters.</summary>
internal static class MeetingForms
{
    public static CommandForms<MeetingCommand> All { get; } = new(
        bytes => MeetingJson.ReadCommand(bytes.Span),
        MeetingJson.Write,
        new(MeetingTriggers.SetAgenda, "set-meeting-agenda", [Agenda]),
        new(MeetingTriggers.Open, "open-meeting", [Present]),
        new(MeetingTriggers.Arrive, "record-arrival", [Arrived]),
        new(MeetingTriggers.Depart, "record-departure", [Departed]),
        new(MeetingTriggers.Decide, "decide-item", [Change, Choice, Seen, Remark]),
        new(MeetingTriggers.Defer, "defer-item", [Change, Reason, To]),
        new(MeetingTriggers.Adjourn, "adjourn-meeting", []),
        new(MeetingTriggers.Approve, "approve-minutes", [Seen]),
        new(MeetingTriggers.Cancel, "cancel-meeting", [Reason]));

    /// <summary>The typed command, where one says the same; else the command as it is.</summary>
    public static MeetingCommand Plain(MeetingCommand command) =>
        command is ActOnMeeting act && All.Find(act.Act) is { } form && !ArgumentCheck.ProblemsOf(form.Parameters, act.Arguments).Any()
            ? All.Make(form, act.Arguments)
            : command;
}
