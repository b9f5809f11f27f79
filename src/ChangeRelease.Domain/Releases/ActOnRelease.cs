using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Takes any trigger of the release's model: a host's own, or a built-in one, for which the typed command says the same.</summary>
/// <param name="Act">The trigger.</param>
/// <param name="Arguments">The values given for its parameters.</param>
[method: JsonConstructor]
public sealed record ActOnRelease(Trigger Act, Arguments Arguments) : ReleaseCommand
{
    /// <summary>Takes a trigger that takes nothing.</summary>
    /// <param name="act">The trigger.</param>
    public ActOnRelease(Trigger act)
        : this(act, Arguments.None)
    {
    }

    private protected override Trigger Takes => Act;

    // A trigger of the host's own says why in the same words as the typed commands.
    internal override string? Because => Arguments.TextOf(ReleaseParameters.Reason, ReleaseParameters.Evidence, ReleaseParameters.Note, ReleaseParameters.Report);

    /// <inheritdoc/>
    public override Arguments ToArguments() => Arguments;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseActedOn(header, Act, Arguments);
}
