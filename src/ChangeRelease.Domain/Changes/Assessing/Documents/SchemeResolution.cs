using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Makes a scheme of the model of a document, and tells everything that keeps it from being one.</summary>
internal sealed class SchemeResolution(DocumentFaults faults)
{
    // What is said of rules as a whole tells nothing while a condition stands for nothing.
    private static readonly string[] AboutWholeRules =
    [
        "assessment.rules.too-large", "assessment.rules.incomplete", "assessment.rules.otherwise-vain", "assessment.rule.never-met", "assessment.rule.shadowed", "assessment.question.unused",
    ];

    private readonly Dictionary<string, string> _unfit = new(StringComparer.Ordinal);
    private bool _areRulesUnclear;

    public AssessmentScheme? Scheme(SchemeEntry entry)
    {
        var id = new SchemeId(Name("$.id", entry.Id));
        if (entry.Version < 1)
        {
            faults.Fault("document.version-unfit", "$.version", "Versions count from 1. Write 1 or more.");
        }

        var draft = Draft(entry);
        var paths = new SchemePaths(draft);
        foreach (var fault in AssessmentVerification.Of(draft).Distinct().Where(fault => !_areRulesUnclear || !AboutWholeRules.Contains(fault.Code)))
        {
            faults.Add(fault.Code, paths.Of(fault), fault.Message);
        }

        return faults.Count > 0 ? null : AssessmentScheme.Define(id, entry.Version, draft);
    }

    private AssessmentDraft Draft(SchemeEntry entry) => new()
    {
        Authorities = Authorities(entry.Authorities),
        Matrix = entry.Matrix is { } matrix ? new RiskMatrix([Row(Grade.Low, matrix.Low), Row(Grade.Medium, matrix.Medium), Row(Grade.High, matrix.High), Row(Grade.Critical, matrix.Critical)]) : null,
        Questions = (entry.Questions ?? []).Select(question => new Question(question.Id, question.Sentence, question.Choices.ToValueList())).ToValueList(),
        Rules = entry.Rules is { } rules ? new RuleTable(rules.Matching, rules.Rows.Select((row, place) => Rule(row, $"$.rules.rows[{place}]")).ToValueList(), rules.Otherwise) : null,
        Questionnaire = entry.Questionnaire is { } questionnaire ? new Questionnaire(questionnaire.Weights.Select(Weights).ToValueList(), Scale(questionnaire.Scale)) : null,
        History = entry.History is { } history ? new HistoryScale(history.Confidence, Scale(history.Failing)) : null,
        BlastRadius = entry.BlastRadius is { } radius ? new BlastRadius(Scale(radius)) : null,
        Organization = entry.Organization is { } it ? new OrganizationalScale(it.Best, it.Good, it.Middling, it.Poor, it.Worst) : null,
    };

    private AuthorityTable Authorities(AuthorityTableEntry entry) => new(
    [
        Row(Grade.Low, entry.Low, "$.authorities.low"),
        Row(Grade.Medium, entry.Medium, "$.authorities.medium"),
        Row(Grade.High, entry.High, "$.authorities.high"),
        Row(Grade.Critical, entry.Critical, "$.authorities.critical"),
    ])
    {
        Order = Names(entry.Order ?? [], "$.authorities.order", name => new AuthorityId(name)),
    };

    private GradeRow<AuthorityId> Row(Grade impact, AuthorityRowEntry entry, string path) => new(
        impact,
        new AuthorityId(Name($"{path}.low", entry.Low)),
        new AuthorityId(Name($"{path}.medium", entry.Medium)),
        new AuthorityId(Name($"{path}.high", entry.High)),
        new AuthorityId(Name($"{path}.critical", entry.Critical)));

    private static GradeRow<Grade> Row(Grade impact, GradeRowEntry entry) => new(impact, entry.Low, entry.Medium, entry.High, entry.Critical);

    private static GradeScale Scale(ScaleEntry entry) => new(entry.Lowest, (entry.Steps ?? []).Select(step => new ScaleStep(step.From, step.Grade)).ToValueList());

    private static QuestionWeights Weights(WeightsEntry entry) =>
        new(entry.Question, entry.Choices.Select(choice => new ChoiceWeight(choice.Choice, choice.Weight)).ToValueList());

    private RiskRule Rule(RiskRuleEntry entry, string path)
    {
        faults.Step();
        return new RiskRule(entry.Name, entry.Grade, entry.Because, (entry.When ?? []).Select((condition, place) => Condition(condition, $"{path}.when[{place}]")).OfType<RuleCondition>().ToValueList());
    }

    private RuleCondition? Condition(ConditionEntry entry, string path)
    {
        faults.Step();
        if (new object?[] { entry.AffectsService, entry.AffectsOnlyServices, entry.MadeInEnvironment, entry.MadeOnlyInEnvironments, entry.UnderModel, entry.ServiceCount, entry.Answered }.Count(kind => kind is not null) == 1)
        {
            return Kind(entry, path);
        }

        _areRulesUnclear = true;
        faults.Fault("condition.not-one", path, "A condition is one of affectsService, affectsOnlyServices, madeInEnvironment, madeOnlyInEnvironments, underModel, serviceCount and answered. Write exactly one of them; conditions of a row are all to be met.");
        return null;
    }

    private RuleCondition Kind(ConditionEntry entry, string path) => entry switch
    {
        { AffectsService: { } services } => new AffectsService(Names(services, $"{path}.affectsService", name => new ServiceId(name))),
        { AffectsOnlyServices: { } services } => new AffectsOnlyServices(Names(services, $"{path}.affectsOnlyServices", name => new ServiceId(name))),
        { MadeInEnvironment: { } environments } => new MadeInEnvironment(Names(environments, $"{path}.madeInEnvironment", name => new EnvironmentId(name))),
        { MadeOnlyInEnvironments: { } environments } => new MadeOnlyInEnvironments(Names(environments, $"{path}.madeOnlyInEnvironments", name => new EnvironmentId(name))),
        { UnderModel: { } models } => new UnderModel(Names(models, $"{path}.underModel", name => name)),
        { ServiceCount: { } count } => new ServiceCount(count.AtLeast, count.AtMost),
        _ => new Answered(entry.Answered!.Question, entry.Answered.AnyOf.ToValueList()),
    };

    private ValueList<T> Names<T>(IReadOnlyList<string> names, string path, Func<string, T> make) => names.Select((name, place) => make(Name($"{path}[{place}]", name))).ToValueList();

    // What is no name is told, and another stands for it while the rest is looked at: the same for the same.
    private string Name(string path, string text)
    {
        if (Identifier.Problem(text) is not { } problem)
        {
            return text;
        }

        faults.Fault("document.name-unfit", path, $"A name {problem}. Name it otherwise.");
        return _unfit.TryGetValue(text, out var known) ? known : _unfit[text] = FormattableString.Invariant($"unfit name {_unfit.Count}");
    }
}
