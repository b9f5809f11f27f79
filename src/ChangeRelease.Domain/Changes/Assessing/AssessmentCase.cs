using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the parts of a scheme look at: what the assessor said, the change, and what the host knows.</summary>
internal sealed record AssessmentCase(AssessChange Said, string Model, ChangeContent Content, ServiceGraph? Graph, SimilarChanges? Similar)
{
    public static AssessmentCase Of(AssessChange said, ChangeAttempt attempt) =>
        new(said, attempt.Model.Id, attempt.Change.Content, attempt.Facts.ServiceGraph, attempt.Facts.Similar);

    public RuleCase ForRules() => new(Content.Services, Content.Environments, Model, Said.Answers);
}
