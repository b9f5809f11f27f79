using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Assessing;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Assessments under schemes that ask for something, and everything that can be wrong with them.</summary>
internal static class AssessmentScenarios
{
    private static readonly Fault NoScheme = new("change.assessment.scheme-missing", at => at with { Facts = at.Facts with { Scheme = null } });
    private static readonly Fault NoLikelihood = Saying("change.assessment.likelihood-missing", said => said with { Likelihood = null });
    private static readonly Fault NoScores = Saying("change.assessment.scores-missing", said => said with { Organization = null });
    private static readonly Fault NoHistory = new("change.assessment.history-unknown", at => at with { Facts = at.Facts with { Similar = null } });

    public static Scenario[] All { get; } =
    [
        new(
            "assess under a scheme that asks for everything",
            () => At(AssessmentSchemeOf(Schemes.Draft), _ => Schemes.Said),
            NoLikelihood,
            Saying("change.assessment.answer-missing", said => said with { Answers = said.Answers.Where(answer => answer.Question != "reach").ToValueList() }),
            Saying("change.assessment.answer-unknown", said => said with { Answers = said.Answers.With(new Answer("unheard of", "yes")) }),
            NoScores,
            NoHistory,
            new Fault("change.assessment.service-not-in-graph", at => at with { Content = at.Content with { Services = [new("elsewhere"), .. at.Content.Services] } }),
            new Fault("change.assessment.services-unknown", at => at with { Facts = at.Facts with { ServiceGraph = null } }),
            NoScheme),
        new(
            "assess with answers and scores that go wrong in other ways",
            () => At(AssessmentSchemeOf(Schemes.Draft), _ => Schemes.Said),
            Saying("change.assessment.answered-twice", said => said with { Answers = said.Answers.With(said.Answers[0]) }),
            Saying("change.assessment.score-out-of-range", said => said with { Organization = new OrganizationalScores(1, 6, 0) })),
        new(
            "assess under a scheme that asks for nothing",
            () => At(AssessmentScheme.Plain, said => said),
            Saying("change.assessment.input-not-asked", said => said with { Likelihood = Grade.Low, Organization = Schemes.Said.Organization }),
            NoScheme),
    ];

    private static AssessmentScheme AssessmentSchemeOf(AssessmentDraft draft) => AssessmentScheme.Define(new SchemeId("house"), 1, draft);

    private static Situation At(AssessmentScheme scheme, Func<AssessChange, AssessChange> say)
    {
        var at = Situation.Of(new Traveler("normal").Go("Submit"), "CompleteAssessment");
        return at with { Command = say((AssessChange)at.Command), Facts = Schemes.Under(at.Facts) with { Scheme = scheme } };
    }

    private static Fault Saying(string code, Func<AssessChange, AssessChange> say) => new(code, at => at with { Command = say((AssessChange)at.Command) });
}
