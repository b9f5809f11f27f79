namespace ChangeRelease.Domain.Changes;

/// <summary>How great the risk is that people bring, for each score. Resistance, readiness and training speak for themselves: none makes up for another.</summary>
/// <param name="Best">For resistance 1, and for readiness and training 5.</param>
/// <param name="Good">For resistance 2, and for readiness and training 4.</param>
/// <param name="Middling">For 3.</param>
/// <param name="Poor">For resistance 4, and for readiness and training 2.</param>
/// <param name="Worst">For resistance 5, and for readiness and training 1.</param>
public sealed record OrganizationalScale(Grade Best, Grade Good, Grade Middling, Grade Poor, Grade Worst)
{
    private const string Place = "organization";

    /// <summary>Low down to the middle, then medium, then high.</summary>
    public static OrganizationalScale Plain { get; } = new(Grade.Low, Grade.Low, Grade.Low, Grade.Medium, Grade.High);

    private Grade[] Steps => [Best, Good, Middling, Poor, Worst];

    internal IEnumerable<RiskContribution> Voices(OrganizationalScores scores) =>
    [
        Voice("resistance", scores.Resistance, scores.Resistance - OrganizationalScores.Least),
        Voice("readiness", scores.Readiness, OrganizationalScores.Most - scores.Readiness),
        Voice("training", scores.Training, OrganizationalScores.Most - scores.Training),
    ];

    internal IEnumerable<AssessmentFault> Faults() => Steps.Where(step => !Enum.IsDefined(step))
        .Select(step => new AssessmentFault("assessment.scale.grade-unknown", Place, $"There is no grade {step}."))
        .Concat(Steps.Zip(Steps.Skip(1))
            .Where(pair => pair.Second < pair.First)
            .Select(pair => new AssessmentFault("assessment.scale.falls", Place, $"A worse score brings {pair.Second} after {pair.First}; give at least {pair.First}.")));

    private RiskContribution Voice(string name, int score, int worse) =>
        new(RiskSource.Organization, Steps[worse], FormattableString.Invariant($"{name} {score} of {OrganizationalScores.Most}"));
}
