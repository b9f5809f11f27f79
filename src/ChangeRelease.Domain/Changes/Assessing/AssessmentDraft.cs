using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>The parts of an assessment scheme as they are written down; <see cref="AssessmentScheme.Define"/> verifies them together.</summary>
public sealed record AssessmentDraft
{
    /// <summary>Who may authorize, by risk.</summary>
    public AuthorityTable Authorities { get; init; } = AuthorityTable.Plain;

    /// <summary>The risk by impact and likelihood; null when the scheme does not ask for a likelihood.</summary>
    public RiskMatrix? Matrix { get; init; }

    /// <summary>What assessors are asked, for the rules and the questionnaire.</summary>
    public ValueList<Question> Questions { get; init; } = [];

    /// <summary>The risk by conditions; null when there are no rules.</summary>
    public RuleTable? Rules { get; init; }

    /// <summary>The risk by weighted answers; null when none are weighed.</summary>
    public Questionnaire? Questionnaire { get; init; }

    /// <summary>The risk by how similar changes went; null when it does not count.</summary>
    public HistoryScale? History { get; init; }

    /// <summary>The risk by the services that depend on those affected; null when it does not count.</summary>
    public BlastRadius? BlastRadius { get; init; }

    /// <summary>The risk that people bring; null when it is not asked for.</summary>
    public OrganizationalScale? Organization { get; init; }
}
