using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>One row of a rule table: where all of its conditions are met, the risk has its grade.</summary>
/// <param name="Name">What the row is called; each its own.</param>
/// <param name="Grade">The risk.</param>
/// <param name="Because">Why, in words that stand in the assessment.</param>
/// <param name="When">The conditions; without any, the row always matches.</param>
public sealed record RiskRule(string Name, Grade Grade, string Because, ValueList<RuleCondition> When)
{
    internal bool Matches(RuleCase at) => When.All(condition => condition.IsMetBy(at));

    internal RiskContribution Voice => new(RiskSource.Rule, Grade, $"{Name}: {Because}");
}
