using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Rows with conditions and the risk that each of them sees; every change has a row, or what is stated otherwise.</summary>
/// <param name="Matching">Which rows speak.</param>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Otherwise">The risk where no row matches; null when there is always one, which is proved when the scheme is built.</param>
public sealed record RuleTable(RuleMatching Matching, ValueList<RiskRule> Rows, Grade? Otherwise = null)
{
    internal const int MostRows = 300;
    internal const string Place = "rules";

    internal IEnumerable<RiskContribution> Voices(RuleCase at)
    {
        var voices = Rows.Where(row => row.Matches(at)).Take(Matching == RuleMatching.First ? 1 : Rows.Count).Select(row => row.Voice).ToList();
        return voices.Count > 0 ? voices : [new RiskContribution(RiskSource.Rule, Otherwise!.Value, "no rule matches")];
    }

    internal IEnumerable<AssessmentFault> Faults(IReadOnlyList<Question> questions)
    {
        var faults = Shape().Concat(Rows.SelectMany(row => Faults(row, questions))).ToList();
        return faults.Count > 0 ? faults : RuleFaults.Of(this, RuleFindings.Of(this, questions));
    }

    internal static string At(RiskRule row) => $"{Place}, row '{row.Name}'";

    private static IEnumerable<AssessmentFault> Faults(RiskRule row, IReadOnlyList<Question> questions)
    {
        if (!IsSaid(row.Name) || !IsSaid(row.Because))
        {
            yield return new AssessmentFault("assessment.rule.unnamed", At(row), "A row has a name, and says why in words.");
        }

        if (!Enum.IsDefined(row.Grade))
        {
            yield return new AssessmentFault("assessment.rule.grade-unknown", At(row), $"There is no grade {row.Grade}.");
        }

        foreach (var fault in row.When.SelectMany(condition => condition.Faults(At(row), questions)))
        {
            yield return fault;
        }
    }

    private static bool IsSaid(string text) => !Text.IsBlank(text) && Text.IsWellFormed(text);

    private IEnumerable<AssessmentFault> Shape()
    {
        if (!Enum.IsDefined(Matching) || (Otherwise is { } otherwise && !Enum.IsDefined(otherwise)))
        {
            yield return new AssessmentFault("assessment.rules.word-unknown", Place, $"'{Matching}' is no manner of matching, or '{Otherwise}' no grade.");
        }

        if (Rows.Count is 0 or > MostRows)
        {
            yield return new AssessmentFault("assessment.rules.count", Place, FormattableString.Invariant($"A table has 1 to {MostRows} rows, and not {Rows.Count}."));
        }

        foreach (var same in Rows.GroupBy(row => row.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new AssessmentFault("assessment.rule.named-twice", $"{Place}, row '{same.Key}'", "Several rows have this name; give each its own.");
        }
    }
}
