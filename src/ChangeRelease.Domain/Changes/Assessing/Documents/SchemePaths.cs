using System.Text.Json;

namespace ChangeRelease.Domain.Changes;

/// <summary>Where in its document a part of a scheme stands; of several with one name, the last.</summary>
internal sealed class SchemePaths
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal)
    {
        ["authorities"] = "$.authorities",
        ["authorities, order"] = "$.authorities.order",
        ["matrix"] = "$.matrix",
        ["questions"] = "$.questions",
        ["rules"] = "$.rules",
        ["questionnaire"] = "$.questionnaire",
        ["questionnaire, scale"] = "$.questionnaire.scale",
        ["history"] = "$.history.failing",
        ["blast radius"] = "$.blastRadius",
        ["organization"] = "$.organization",
    };

    public SchemePaths(AssessmentDraft draft)
    {
        Cells(_paths, "$.authorities", "authorities", "risk");
        Cells(_paths, "$.matrix", "matrix", "likelihood");
        foreach (var (place, question) in draft.Questions.Index())
        {
            _paths[AssessmentVerification.At(question.Id)] = $"$.questions[{place}]";
        }

        foreach (var (place, row) in (draft.Rules?.Rows ?? []).Index())
        {
            _paths[RuleTable.At(row)] = $"$.rules.rows[{place}]";
        }

        foreach (var (place, weights) in (draft.Questionnaire?.Weights ?? []).Index())
        {
            _paths[Questionnaire.At(weights.Question)] = $"$.questionnaire.weights[{place}]";
        }
    }

    public string Of(AssessmentFault fault) => _paths.GetValueOrDefault(fault.Place, "$");

    public static string OfPriorities(AssessmentFault fault)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        Cells(paths, "$", "priorities", "urgency");
        return fault.Code.StartsWith("assessment.weight.", StringComparison.Ordinal)
            ? "$.weights"
            : paths.GetValueOrDefault(fault.Place, "$");
    }

    private static void Cells(Dictionary<string, string> paths, string at, string table, string across)
    {
        foreach (var (side, other) in from side in Grades.All from other in Grades.All select (side, other))
        {
            paths[$"{table}, impact {side} and {across} {other}"] = $"{at}.{Word(side)}.{Word(other)}";
        }
    }

    private static string Word(Grade grade) => JsonNamingPolicy.CamelCase.ConvertName(grade.ToString());
}
