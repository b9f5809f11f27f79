using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>A scheme that asks for everything, and what answers it.</summary>
internal static class Schemes
{
    public static readonly AssessmentDraft Draft = new()
    {
        Matrix = RiskMatrix.Plain,
        Questions = [Question.YesOrNo("rehearsed", "Was it rehearsed?"), new("reach", "Who notices?", ["nobody", "staff", "customers"])],
        Rules = new RuleTable(
            RuleMatching.All,
            [
                new RiskRule("cards", Grade.High, "card data is touched", [new AffectsService([new("cards")])]),
                new RiskRule("many", Grade.Medium, "it is wide", [new ServiceCount(3)]),
                new RiskRule("unrehearsed", Grade.Medium, "nobody has tried it", [new Answered("rehearsed", [Question.No])]),
            ],
            Grade.Low),
        Questionnaire = new Questionnaire(
            [QuestionWeights.YesOrNo("rehearsed", yes: 0, no: 3), new("reach", [new("nobody", 0), new("staff", 2), new("customers", 5)])],
            new GradeScale(Grade.Low, [new(3, Grade.Medium), new(8, Grade.High)])),
        History = new HistoryScale(Confidence.Percent95, new GradeScale(Grade.Low, [new(1_500, Grade.Medium), new(4_000, Grade.High)])),
        BlastRadius = new BlastRadius(new GradeScale(Grade.Low, [new(2, Grade.Medium), new(10, Grade.Critical)])),
        Organization = OrganizationalScale.Plain,
    };

    public static readonly AssessmentScheme Whole = AssessmentScheme.Define(new SchemeId("whole"), 2, Draft);

    public static readonly ServiceGraph Graph = ServiceGraph.Of(
        "cmdb 7",
        [new(new("payments")), new(new("ledger")), new(new("cards")), new(new("shop"), 12)],
        [new(new("ledger"), new("payments")), new(new("shop"), new("cards")), new(new("cards"), new("ledger"))]);

    public static readonly AssessChange Said = new(Grade.Low, Grade.Low, "seen", [])
    {
        Likelihood = Grade.Low,
        Answers = [new("rehearsed", Question.Yes), new("reach", "nobody")],
        Organization = new OrganizationalScores(Resistance: 1, Readiness: 5, Training: 5),
    };

    public static ChangeFacts Under(ChangeFacts facts) => facts with { Scheme = Whole, ServiceGraph = Graph, Similar = new SimilarChanges(200, 199) };
}
