using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class MeetingRefusals
{
    public static SubjectRefusals Before { get; } = new("meeting", "Plan", "planned", "it");

    public static Refusal Returned(CommandId command) => Refusal.Of(
        "meeting.request.returned",
        "What the board decided was taken up by the change.",
        Why.Because($"The change had moved on when the decision of the command {command} reached it, and the item is open again.").CuredBy(Remedy.Do("Decide again, by a command with an identity of its own")));
}
