using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Takes any trigger of the change's model: a host's own, or a built-in one, for which the typed command says the same.</summary>
/// <param name="Act">The trigger.</param>
/// <param name="Arguments">The values given for its parameters.</param>
[method: JsonConstructor]
public sealed record ActOnChange(Trigger Act, Arguments Arguments) : ChangeCommand
{
    /// <summary>Takes a trigger that takes nothing.</summary>
    /// <param name="act">The trigger.</param>
    public ActOnChange(Trigger act)
        : this(act, Arguments.None)
    {
    }

    private protected override Trigger Takes => Act;

    // A trigger of the host's own says why in the same words as the typed commands.
    internal override string? Because => Arguments.TextOf(ChangeParameters.Reason, ChangeParameters.Note, ChangeParameters.Name);

    /// <inheritdoc/>
    public override Arguments ToArguments() => Arguments;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeActedOn(header, Act, Arguments, model)
    {
        Debt = attempt.Change.StartedAt is null && ChangeFold.IsMaking(header.Status.Phase) ? attempt.Debt : null,
        Permits = PermitIssue.OfHost(attempt, header),
        Pin = attempt.Pin,
        ComesFrom = model == attempt.Change.Model ? null : attempt.OriginElsewhere(header.Status, model),
    };
}
