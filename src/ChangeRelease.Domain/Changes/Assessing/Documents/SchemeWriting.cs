using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Makes the model of a document from a scheme or a priority table.</summary>
internal static class SchemeWriting
{
    public static SchemeEntry Entry(AssessmentScheme scheme) => new()
    {
        Format = AssessmentDocument.Format,
        Id = scheme.Reference.Id.Value,
        Version = scheme.Reference.Version,
        Authorities = Entry(scheme.Authorities),
        Matrix = scheme.Matrix is { } matrix ? Entry(matrix) : null,
        Questions = scheme.Questions.Count == 0 ? null : [.. scheme.Questions.Select(question => new QuestionEntry { Id = question.Id, Sentence = question.Sentence, Choices = question.Choices })],
        Rules = scheme.Rules is { } rules ? new() { Matching = rules.Matching, Rows = [.. rules.Rows.Select(Entry)], Otherwise = rules.Otherwise } : null,
        Questionnaire = scheme.Questionnaire is { } questionnaire ? new() { Weights = [.. questionnaire.Weights.Select(Entry)], Scale = Entry(questionnaire.Scale) } : null,
        History = scheme.History is { } history ? new() { Confidence = history.Confidence, Failing = Entry(history.Failing) } : null,
        BlastRadius = scheme.BlastRadius is { } radius ? Entry(radius.Scale) : null,
        Organization = scheme.Organization is { } it ? new() { Best = it.Best, Good = it.Good, Middling = it.Middling, Poor = it.Poor, Worst = it.Worst } : null,
    };

    public static PriorityTableEntry Entry(PriorityTable table) => new()
    {
        Format = PriorityDocument.Format,
        Low = Row(table, Grade.Low),
        Medium = Row(table, Grade.Medium),
        High = Row(table, Grade.High),
        Critical = Row(table, Grade.Critical),
        MayFall = table.Falls ? true : null,
        Weights = table.Weights,
    };

    private static PriorityRowEntry Row(PriorityTable table, Grade impact) => new()
    {
        Low = table.Of(impact, Grade.Low),
        Medium = table.Of(impact, Grade.Medium),
        High = table.Of(impact, Grade.High),
        Critical = table.Of(impact, Grade.Critical),
    };

    private static AuthorityTableEntry Entry(AuthorityTable table) => new()
    {
        Low = Row(table, Grade.Low),
        Medium = Row(table, Grade.Medium),
        High = Row(table, Grade.High),
        Critical = Row(table, Grade.Critical),
        Order = table.Order.Count == 0 ? null : [.. table.Order.Select(authority => authority.Value)],
    };

    private static AuthorityRowEntry Row(AuthorityTable table, Grade impact) => new()
    {
        Low = table.For(impact, Grade.Low).Value,
        Medium = table.For(impact, Grade.Medium).Value,
        High = table.For(impact, Grade.High).Value,
        Critical = table.For(impact, Grade.Critical).Value,
    };

    private static GradeTableEntry Entry(RiskMatrix matrix) =>
        new() { Low = Row(matrix, Grade.Low), Medium = Row(matrix, Grade.Medium), High = Row(matrix, Grade.High), Critical = Row(matrix, Grade.Critical) };

    private static GradeRowEntry Row(RiskMatrix matrix, Grade impact) => new()
    {
        Low = matrix.For(impact, Grade.Low),
        Medium = matrix.For(impact, Grade.Medium),
        High = matrix.For(impact, Grade.High),
        Critical = matrix.For(impact, Grade.Critical),
    };

    private static WeightsEntry Entry(QuestionWeights weights) =>
        new() { Question = weights.Question, Choices = [.. weights.Choices.Select(choice => new ChoiceWeightEntry { Choice = choice.Choice, Weight = choice.Weight })] };

    private static ScaleEntry Entry(GradeScale scale) => new()
    {
        Lowest = scale.Lowest,
        Steps = scale.Steps.Count == 0 ? null : [.. scale.Steps.Select(step => new StepEntry { From = step.From, Grade = step.Grade })],
    };

    private static RiskRuleEntry Entry(RiskRule row) => new()
    {
        Name = row.Name,
        Grade = row.Grade,
        Because = row.Because,
        When = row.When.Count == 0 ? null : [.. row.When.Select(Entry)],
    };

    private static ConditionEntry Entry(RuleCondition condition) => condition switch
    {
        AffectsService it => new() { AffectsService = Names(it.AnyOf) },
        AffectsOnlyServices it => new() { AffectsOnlyServices = Names(it.Among) },
        MadeInEnvironment it => new() { MadeInEnvironment = Names(it.AnyOf) },
        MadeOnlyInEnvironments it => new() { MadeOnlyInEnvironments = Names(it.Among) },
        UnderModel it => new() { UnderModel = it.AnyOf },
        ServiceCount it => new() { ServiceCount = new() { AtLeast = it.AtLeast, AtMost = it.AtMost } },
        Answered it => new() { Answered = new() { Question = it.Question, AnyOf = it.AnyOf } },
        _ => throw new InvalidOperationException($"{condition} is of a kind that documents do not have."),
    };

    private static string[] Names<T>(ValueList<T> names)
        where T : Identifier => [.. names.Select(name => name.Value)];
}
