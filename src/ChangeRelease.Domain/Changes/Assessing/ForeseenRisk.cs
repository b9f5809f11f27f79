using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a scheme finds without anybody's judgement; a template's risk ceiling is measured against it (S-30).</summary>
internal sealed record ForeseenRisk(ValueList<RiskContribution> Voices, ValueList<string> Unknown)
{
    public static ForeseenRisk Of(AssessmentScheme? scheme, ChangeContent content, ServiceGraph? graph, SimilarChanges? similar)
    {
        var (history, radius) = (scheme?.History, scheme?.BlastRadius);
        var strangers = content.Services.Where(service => graph?.Knows(service) == false).ToValueList();
        return new ForeseenRisk(
            [
                .. history is not null && similar is not null ? [history.Voice(similar)] : ValueList<RiskContribution>.Empty,
                .. radius is not null && graph is not null && strangers.Count == 0 ? [radius.Voice(graph, content.Services)] : ValueList<RiskContribution>.Empty,
            ],
            [
                .. history is not null && similar is null ? ["how similar changes went"] : ValueList<string>.Empty,
                .. radius is not null && graph is null ? ["which service depends on which"] : ValueList<string>.Empty,
                .. radius is not null && strangers.Count > 0 ? [$"which services depend on {string.Join(", ", strangers)}"] : ValueList<string>.Empty,
            ]);
    }
}
