using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What an assessment must say and know before it counts.</content>
public static partial class Needs
{
    /// <summary>The scheme is known that changes are assessed under (S-4).</summary>
    public static Requirement<ChangeAttempt> SchemeKnown { get; } = Need(
            "change.assessment.scheme-missing", "The scheme is known that changes are assessed under.", attempt => attempt.Facts.Scheme is not null)
        .Explains(_ => Why.Because("No scheme says how changes are assessed and who may authorize which risk."))
        .CuredBy(Remedy.Do("Let the fact source answer with an assessment scheme"));

    /// <summary>The likelihood is given where the scheme has a matrix.</summary>
    public static Requirement<ChangeAttempt> LikelihoodGiven { get; } = Need(
            "change.assessment.likelihood-missing", "The likelihood that something goes wrong is given, where the scheme asks for it.", attempt => Scheme(attempt).Matrix is null || Said(attempt)?.Likelihood is not null)
        .Explains(attempt => Why.Because($"The scheme {Scheme(attempt)} finds the risk by impact and likelihood, and no likelihood is given."))
        .CuredBy(Remedy.Do("Say how likely it is that something goes wrong"))
        .About(ChangeParameters.Likelihood)
        .After(SchemeKnown);

    /// <summary>Every question of the scheme is answered.</summary>
    public static Requirement<ChangeAttempt> QuestionsAnswered { get; } = Need(
            "change.assessment.answer-missing", "Every question of the scheme is answered.", attempt => !Unanswered(attempt).Any())
        .Explains(attempt => Unanswered(attempt).Select(question => Why.Because($"The question '{question.Id}' is not answered: {question.Sentence}")
            .CuredBy(Remedy.Do($"Answer '{question.Id}' with one of {question.Choices}"))))
        .About(ChangeParameters.Answers)
        .After(SchemeKnown);

    /// <summary>Every answer is one of the choices of a question of the scheme (S-4).</summary>
    public static Requirement<ChangeAttempt> AnswersOffered { get; } = Need(
            "change.assessment.answer-unknown", "Every answer is a choice of a question that the scheme asks.", attempt => Answers(attempt).All(answer => IsOffered(attempt, answer)))
        .Explains(attempt => Answers(attempt).Where(answer => !IsOffered(attempt, answer)).Select(answer => Why.Because($"The scheme {Scheme(attempt)} knows no answer '{answer}'.")
            .Seeing("choices", Question(attempt, answer.Question)?.Choices)))
        .CuredBy(Remedy.Do("Answer the questions of the scheme, with their choices"))
        .About(ChangeParameters.Answers)
        .After(SchemeKnown);

    /// <summary>No question is answered twice.</summary>
    public static Requirement<ChangeAttempt> AnsweredOnce { get; } = Need(
            "change.assessment.answered-twice", "Each question is answered once.", attempt => Answers(attempt).DistinctBy(answer => answer.Question).Count() == Answers(attempt).Count)
        .CuredBy(Remedy.Do("Give one answer to each question"))
        .About(ChangeParameters.Answers);

    /// <summary>Resistance, readiness and training are scored where the scheme grades them.</summary>
    public static Requirement<ChangeAttempt> ScoresGiven { get; } = Need(
            "change.assessment.scores-missing", "Resistance, readiness and training are scored, where the scheme grades them.", attempt => Scheme(attempt).Organization is null || Said(attempt)?.Organization is not null)
        .Explains(attempt => Why.Because($"The scheme {Scheme(attempt)} grades how the people stand, and no scores are given."))
        .CuredBy(Remedy.Do("Score resistance, readiness and training from 1 to 5"))
        .About(ChangeParameters.Organization)
        .After(SchemeKnown);

    /// <summary>Scores run from 1 to 5.</summary>
    public static Requirement<ChangeAttempt> ScoresInRange { get; } = Need(
            "change.assessment.score-out-of-range", "Resistance, readiness and training are scored from 1 to 5.", attempt => !OutOfRange(attempt).Any())
        .Explains(attempt => OutOfRange(attempt).Select(score => Why.Because(FormattableString.Invariant($"{score.Name} is scored {score.Score}."))))
        .CuredBy(Remedy.Do("Give a score from 1 to 5"))
        .About(ChangeParameters.Organization);

    /// <summary>It is known how similar changes went, where the scheme grades it (S-4).</summary>
    public static Requirement<ChangeAttempt> HistoryKnown { get; } = Need(
            "change.assessment.history-unknown", "It is known how similar changes went, where the scheme grades it.", attempt => Scheme(attempt).History is null || attempt.Facts.Similar is not null)
        .CuredBy(Remedy.Do("Let the fact source count how similar changes went; where there are none, that none of none succeeded"))
        .After(SchemeKnown);

    /// <summary>It is known which service depends on which, where the scheme grades it (S-4).</summary>
    public static Requirement<ChangeAttempt> ServiceGraphKnown { get; } = Need(
            "change.assessment.services-unknown", "It is known which service depends on which, where the scheme grades it.", attempt => Scheme(attempt).BlastRadius is null || attempt.Facts.ServiceGraph is not null)
        .CuredBy(Remedy.Do("Try again when the graph of services can be looked up"))
        .After(SchemeKnown);

    /// <summary>The graph of services knows every service that the change affects (S-4).</summary>
    public static Requirement<ChangeAttempt> ServicesInGraph { get; } = Need(
            "change.assessment.service-not-in-graph", "The graph of services knows every service that the change affects.", attempt => !NotInGraph(attempt).Any())
        .Explains(attempt => NotInGraph(attempt).Select(service => Why.Because($"The graph of services {attempt.Facts.ServiceGraph!.Version} does not know '{service}', so what depends on it is not known either.")))
        .CuredBy(Remedy.Do("Add the service to the graph"), Remedy.Do("Amend the affected services"))
        .After(ServiceGraphKnown);

    /// <summary>Nothing is given that the scheme does not ask for (S-4).</summary>
    public static Requirement<ChangeAttempt> NothingUnasked { get; } = Need(
            "change.assessment.input-not-asked", "Nothing is given that the scheme does not ask for.", attempt => !Unasked(attempt).Any())
        .Explains(attempt => Unasked(attempt).Select(what => Why.Because($"The scheme {Scheme(attempt)} does not ask for {what}, so they would count for nothing.")))
        .CuredBy(Remedy.Do("Leave it out"), Remedy.Do("Assess under a scheme that asks for it"))
        .About(ChangeParameters.Likelihood, ChangeParameters.Organization)
        .After(SchemeKnown);

    private static AssessmentScheme Scheme(ChangeAttempt attempt) => attempt.Facts.Scheme!;

    private static AssessChange? Said(ChangeAttempt attempt) => attempt.Command as AssessChange;

    private static ValueList<Answer> Answers(ChangeAttempt attempt) => Said(attempt)?.Answers ?? [];

    private static Question? Question(ChangeAttempt attempt, string id) => Scheme(attempt).Questions.FirstOrDefault(question => question.Id == id);

    private static bool IsOffered(ChangeAttempt attempt, Answer answer) => Question(attempt, answer.Question)?.Choices.Contains(answer.Choice) == true;

    private static IEnumerable<Question> Unanswered(ChangeAttempt attempt) =>
        Scheme(attempt).Questions.Where(question => !Answers(attempt).Any(answer => answer.Question == question.Id));

    private static IEnumerable<(string Name, int Score)> OutOfRange(ChangeAttempt attempt) =>
        Said(attempt)?.Organization?.All.Where(score => score.Score is < OrganizationalScores.Least or > OrganizationalScores.Most) ?? [];

    private static IEnumerable<ServiceId> NotInGraph(ChangeAttempt attempt) => Scheme(attempt).BlastRadius is null
        ? []
        : attempt.Change.Content.Services.Distinct().Where(service => !attempt.Facts.ServiceGraph!.Knows(service));

    private static IEnumerable<string> Unasked(ChangeAttempt attempt)
    {
        if (Scheme(attempt).Matrix is null && Said(attempt)?.Likelihood is not null)
        {
            yield return "likelihoods";
        }

        if (Scheme(attempt).Organization is null && Said(attempt)?.Organization is not null)
        {
            yield return "scores of the people";
        }
    }
}
