using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Makes an assessment of what the assessor said and what the scheme finds: the highest risk wins, and every voice is kept.</summary>
internal static class Appraisal
{
    /// <summary>The assessor's word alone: nobody is named who may authorize it (S-8).</summary>
    public static Assessment Alone(AssessChange said, Stamp stamp) => new(said.Impact, said.Risk, said.Reasoning, stamp.Actor.Id)
    {
        Likelihood = said.Likelihood,
        Answers = said.Answers,
        Organization = said.Organization,
        Contributions = [Own(said)],
    };

    /// <summary>The assessment; without everything that the scheme asks for it is the assessor's word alone.</summary>
    public static Assessment Of(AssessChange said, ChangeAttempt attempt) =>
        attempt.Facts.Scheme is { } scheme && ChangeRows.AssessmentInputs.All(need => need.IsMetBy(attempt)) ? Under(scheme, said, attempt) : Alone(said, attempt.Stamp);

    private static Assessment Under(AssessmentScheme scheme, AssessChange said, ChangeAttempt attempt)
    {
        var voices = ValueList.Create<RiskContribution>([Own(said)]).With(scheme.Voices(AssessmentCase.Of(said, attempt)));
        var risk = voices.Max(voice => voice.Grade);
        return Alone(said, attempt.Stamp) with
        {
            Risk = risk,
            Contributions = voices,
            Authority = scheme.Authorities.For(said.Impact, risk),
            Scheme = scheme.Reference,
        };
    }

    private static RiskContribution Own(AssessChange said) => new(RiskSource.Assessor, said.Risk, "the assessor's own judgement");
}
