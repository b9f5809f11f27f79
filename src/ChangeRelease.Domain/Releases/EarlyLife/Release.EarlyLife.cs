using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <content>What was shown of its criteria, and its early life.</content>
public sealed partial record Release
{
    /// <summary>What was shown of its criteria, in order.</summary>
    public ValueList<CriterionResult> CriterionResults { get; init; } = [];

    /// <summary>The incidents that were laid at its door, in order.</summary>
    public ValueList<LinkedIncident> Incidents { get; init; } = [];

    /// <summary>Until when it is in its early life; null before its rollout ended, and when none is planned.</summary>
    public Instant? EarlyLifeUntil => RolledOutAt is { } at && Content.Hypercare is { } hypercare ? at + hypercare : null;

    /// <summary>What was shown last of a criterion, for the present content.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The result; null when nothing was shown of it that counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is null.</exception>
    public GateResult? Shown(Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return CriterionResults.LastOrDefault(shown => shown.Content == Digest && string.Equals(shown.Result.Evidence.Gate, criterion.Gate.Name, StringComparison.Ordinal)) is { } found && !IsBeforeEarlyLife(criterion, found.Result)
            ? found.Result
            : null;
    }

    /// <summary>What evidence must be newer than; null when anything counts.</summary>
    internal Instant? SeenSince(Criterion criterion) => Shown(criterion)?.Evidence.MeasuredAt
        ?? (criterion.Before == CriterionPoint.Acceptance && RolledOutAt is { } at ? at - Duration.Epsilon : null);

    private bool IsBeforeEarlyLife(Criterion criterion, GateResult result) =>
        criterion.Before == CriterionPoint.Acceptance && !(result.Evidence.MeasuredAt >= RolledOutAt);

    private Release Over(IncidentId incident, Instant at) => this with
    {
        Incidents = Incidents.Select(linked => linked.Incident == incident && linked.OverAt is null ? linked with { OverAt = at } : linked).ToValueList(),
    };
}
