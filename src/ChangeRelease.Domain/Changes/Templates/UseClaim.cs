using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a change is entitled to of a template, at one version of its own history.</summary>
/// <param name="Change">The change.</param>
/// <param name="Number">The version of the template that it has a use of; null when it has none.</param>
/// <param name="Version">The version of the change's own history that says so.</param>
/// <param name="Result">How the change went; null while it is not over.</param>
internal sealed record UseClaim(ChangeId Change, int? Number, long Version, TemplateResult? Result)
{
    /// <summary>What a change is entitled to. What ended without having been made, or lives under another authority now, has no use.</summary>
    public static UseClaim Of(ChangeId id, ChangeRequest? change, TemplateId template)
    {
        var pin = change?.Pin?.Template == template ? change.Pin : null;
        var isOver = change?.Status.Phase == Phase.Ended;
        return pin is null || (isOver && change!.StartedAt is null)
            ? new UseClaim(id, null, change?.Version ?? 0, null)
            : new UseClaim(id, pin.Number, change!.Version, isOver ? ResultOf(change) : null);
    }

    // What nobody reviewed, or found wanting, is not known to have succeeded.
    private static TemplateResult ResultOf(ChangeRequest change) => new(
        change.Id,
        change.Review is not { Outcome: ReviewOutcome.Successful or ReviewOutcome.SuccessfulWithIssues },
        change.Review?.Incident);
}
