using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the triggers of the built-in model of meetings take; each is a field of the typed command (S-7).</summary>
public static class MeetingParameters
{
    /// <summary>Why.</summary>
    public static Parameter<string> Reason { get; } = Parameter.Text("reason", "Why, in words that will be understood later.");

    /// <summary>What a decision has to say, if anything.</summary>
    public static Parameter<string> Remark { get; } = Parameter.Text("reason", "Why the board decided as it did.").Optional();

    /// <summary>What the board is to decide on.</summary>
    public static Parameter<MeetingAgenda> Agenda { get; } =
        Parameter.Structure("agenda", "The changes that the board is to decide on, with the contents that it reads, and those that were left out.", MeetingJson.Agenda);

    /// <summary>Who is there when the meeting is opened.</summary>
    public static Parameter<ValueList<ActorId>> Present { get; } = Parameter.Structure("present", "Who is there.", MeetingJson.People);

    /// <summary>Who came.</summary>
    public static Parameter<ValueList<ActorId>> Arrived { get; } = Parameter.Structure("arrived", "Who came.", MeetingJson.People);

    /// <summary>Who went.</summary>
    public static Parameter<ValueList<ActorId>> Departed { get; } = Parameter.Structure("departed", "Who went.", MeetingJson.People);

    /// <summary>Which item.</summary>
    public static Parameter<ChangeId> Change { get; } = Parameter.Named("change", "The change on the agenda.", text => new ChangeId(text));

    /// <summary>What the board decided.</summary>
    public static Parameter<VoteChoice> Choice { get; } = Parameter.Choice<VoteChoice>("choice", "What the board decided.");

    /// <summary>What was read.</summary>
    public static Parameter<Digest> Seen { get; } = Parameter.Digest("seen", "The digest of what was read: the content of a change, or the minutes.");

    /// <summary>The later meeting.</summary>
    public static Parameter<MeetingId> To { get; } =
        Parameter.Named("to", "The later meeting that the item is put off to; whichever comes next when left out.", text => new MeetingId(text)).Optional();
}
