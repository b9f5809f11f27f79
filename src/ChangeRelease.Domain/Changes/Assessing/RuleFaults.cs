namespace ChangeRelease.Domain.Changes;

/// <summary>Tells what was found out about a rule table.</summary>
internal static class RuleFaults
{
    public static IEnumerable<AssessmentFault> Of(RuleTable table, RuleFindings findings)
    {
        if (findings.IsTooLarge)
        {
            return [new AssessmentFault("assessment.rules.too-large", RuleTable.Place, "The table tells apart too much to be verified within bounds; use fewer rows or conditions.")];
        }

        return Completeness(table, findings).Concat(findings.Vain.Select(vain => Vain(table, vain.Row, vain.Instead)));
    }

    private static IEnumerable<AssessmentFault> Completeness(RuleTable table, RuleFindings findings)
    {
        if (findings.Gap is { } gap && table.Otherwise is null)
        {
            yield return new AssessmentFault("assessment.rules.incomplete", RuleTable.Place, $"No row matches {gap}; add one, or state what holds otherwise.");
        }

        if (findings.Gap is null && table.Otherwise is not null)
        {
            yield return new AssessmentFault("assessment.rules.otherwise-vain", RuleTable.Place, "A row always matches, so what is stated otherwise never holds; leave it out, or narrow the rows.");
        }
    }

    private static AssessmentFault Vain(RuleTable table, int row, IReadOnlyList<int> instead) => instead.Count == 0
        ? new AssessmentFault("assessment.rule.never-met", RuleTable.At(table.Rows[row]), "No change meets all of its conditions.")
        : new AssessmentFault("assessment.rule.shadowed", RuleTable.At(table.Rows[row]), $"Wherever it matches, {string.Join(" or ", instead.Select(other => $"'{table.Rows[other].Name}'"))} decides instead; leave it out, put it before, or narrow the others.");
}
