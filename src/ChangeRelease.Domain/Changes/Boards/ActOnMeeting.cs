using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Takes any trigger of the meeting's model: a host's own, or a built-in one, for which the typed command says the same.</summary>
/// <param name="Act">The trigger.</param>
/// <param name="Arguments">The values given for its parameters.</param>
[method: JsonConstructor]
public sealed record ActOnMeeting(Trigger Act, Arguments Arguments) : MeetingCommand
{
    /// <summary>Takes a trigger that takes nothing.</summary>
    /// <param name="act">The trigger.</param>
    public ActOnMeeting(Trigger act)
        : this(act, Arguments.None)
    {
    }

    private protected override Trigger Takes => Act;

    // A trigger of the host's own says why in the same words as the typed commands.
    internal override string? Because => Arguments.TextOf(MeetingParameters.Reason);

    /// <inheritdoc/>
    public override Arguments ToArguments() => Arguments;

    internal override MeetingEvent Happened(MeetingAttempt attempt, EventHeader header) => new MeetingActedOn(header, Act, Arguments);
}
