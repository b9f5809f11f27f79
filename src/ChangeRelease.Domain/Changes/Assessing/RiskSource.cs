namespace ChangeRelease.Domain.Changes;

/// <summary>What speaks of the risk of a change.</summary>
public enum RiskSource
{
    /// <summary>The assessor's own judgement.</summary>
    Assessor,

    /// <summary>Impact and likelihood together.</summary>
    Matrix,

    /// <summary>A row of the rule table, or what holds otherwise.</summary>
    Rule,

    /// <summary>The weighted questionnaire.</summary>
    Questionnaire,

    /// <summary>How similar changes went.</summary>
    History,

    /// <summary>The services that a failure would reach.</summary>
    BlastRadius,

    /// <summary>The people: resistance, readiness, training.</summary>
    Organization,
}
