using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Weighs answers and grades their sum. No answer has a weight below zero: a good one buys no bad one off.</summary>
/// <param name="Weights">What each choice of each question weighs.</param>
/// <param name="Scale">Grades the sum of the weights.</param>
public sealed record Questionnaire(ValueList<QuestionWeights> Weights, GradeScale Scale)
{
    private const int MostWeight = 1_000_000;
    private const string Place = "questionnaire";

    private long Most => Weights.Sum(of => of.Choices.Select(choice => (long)choice.Weight).DefaultIfEmpty().Max());

    private long Least => Weights.Sum(of => of.Choices.Select(choice => (long)choice.Weight).DefaultIfEmpty().Min());

    /// <summary>What the answers weigh; every question must be answered with one of its choices.</summary>
    internal long Sum(IReadOnlyList<Answer> answers) => Weights.Sum(of => (long)of.For(answers.First(answer => answer.Question == of.Question).Choice));

    internal RiskContribution Voice(IReadOnlyList<Answer> answers) => Sum(answers) is var sum
        ? new RiskContribution(RiskSource.Questionnaire, Scale.For(sum), FormattableString.Invariant($"the answers weigh {sum} of at most {Most}"))
        : null!;

    internal IEnumerable<AssessmentFault> Faults(IReadOnlyList<Question> questions)
    {
        var faults = Repeated().Concat(Weights.SelectMany(of => Faults(of, questions))).ToList();
        return faults.Count > 0 ? faults : Scale.Faults($"{Place}, scale", Least, Most);
    }

    internal static string At(string question) => $"{Place}, question '{question}'";

    private IEnumerable<AssessmentFault> Repeated() => Weights
        .GroupBy(of => of.Question, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => new AssessmentFault("assessment.questionnaire.weighed-twice", At(same.Key), "The question is weighed more than once; weigh it once."));

    private static IEnumerable<AssessmentFault> Faults(QuestionWeights of, IReadOnlyList<Question> questions)
    {
        var known = questions.FirstOrDefault(question => question.Id == of.Question)?.Choices;
        return known is null
            ? [new AssessmentFault("assessment.question.unknown", At(of.Question), "The scheme asks no such question; add it to the questions.")]
            : [.. Unweighed(of, known), .. of.Choices.SelectMany(choice => Faults(of, choice, known))];
    }

    private static IEnumerable<AssessmentFault> Unweighed(QuestionWeights of, ValueList<string> known) => known
        .Where(choice => of.Choices.Count(weight => weight.Choice == choice) != 1)
        .Select(choice => new AssessmentFault("assessment.questionnaire.choice-weights", At(of.Question), $"The choice '{choice}' needs one weight, and has {(of.Choices.Any(weight => weight.Choice == choice) ? "several" : "none")}."));

    private static IEnumerable<AssessmentFault> Faults(QuestionWeights of, ChoiceWeight choice, ValueList<string> known)
    {
        if (!known.Contains(choice.Choice))
        {
            yield return new AssessmentFault("assessment.question.choice-unknown", At(of.Question), $"The question has no choice '{choice.Choice}'.");
        }

        if (choice.Weight is < 0 or > MostWeight)
        {
            yield return new AssessmentFault("assessment.weight.out-of-range", At(of.Question), FormattableString.Invariant($"A weight is 0 to {MostWeight}, and not {choice.Weight}."));
        }
    }
}
