using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Everything that is wrong with the parts of an assessment scheme, found at once.</summary>
internal static class AssessmentVerification
{
    private const int MostQuestions = 200;
    private const int MostChoices = 50;
    private const string Place = "questions";

    public static ValueList<AssessmentFault> Of(AssessmentDraft draft)
    {
        var questions = Questions(draft).ToList();
        return draft.Authorities.Faults()
            .Concat(draft.Matrix?.Faults() ?? [])
            .Concat(questions)
            .Concat(questions.Count > 0 ? [] : Asking(draft))
            .Concat(draft.History?.Faults() ?? [])
            .Concat(draft.BlastRadius?.Faults() ?? [])
            .Concat(draft.Organization?.Faults() ?? [])
            .ToValueList();
    }

    public static string At(string question) => $"{Place}, '{question}'";

    // What refers to questions is looked at once they are sound.
    private static IEnumerable<AssessmentFault> Asking(AssessmentDraft draft) => (draft.Rules?.Faults(draft.Questions) ?? [])
        .Concat(draft.Questionnaire?.Faults(draft.Questions) ?? [])
        .Concat(Unused(draft));

    private static IEnumerable<AssessmentFault> Questions(AssessmentDraft draft) => draft.Questions.Count > MostQuestions
        ? [new AssessmentFault("assessment.question.count", Place, FormattableString.Invariant($"There are {draft.Questions.Count} questions; there may be {MostQuestions}."))]
        : Repeated(draft).Concat(draft.Questions.SelectMany(Faults));

    private static IEnumerable<AssessmentFault> Repeated(AssessmentDraft draft) => draft.Questions
        .GroupBy(question => question.Id, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => new AssessmentFault("assessment.question.named-twice", At(same.Key), "Several questions have this name; give each its own."));

    private static IEnumerable<AssessmentFault> Faults(Question question)
    {
        if (Unfit(question.Id) || Text.IsBlank(question.Sentence) || question.Choices.Any(Unfit))
        {
            yield return new AssessmentFault("assessment.question.unnamed", At(question.Id), "A question has a name and a sentence, and each choice is a name.");
        }

        if (question.Choices.Count is < 2 or > MostChoices)
        {
            yield return new AssessmentFault("assessment.question.choices", At(question.Id), FormattableString.Invariant($"A question has 2 to {MostChoices} choices, and not {question.Choices.Count}."));
        }

        if (question.Choices.Distinct(StringComparer.Ordinal).Count() < question.Choices.Count)
        {
            yield return new AssessmentFault("assessment.question.choice-twice", At(question.Id), "A choice stands twice; give each once.");
        }
    }

    private static IEnumerable<AssessmentFault> Unused(AssessmentDraft draft) => draft.Questions
        .Where(question => !IsUsed(draft, question.Id))
        .Select(question => new AssessmentFault("assessment.question.unused", At(question.Id), "Neither a rule nor the questionnaire looks at the answer; leave the question out, or use it."));

    private static bool IsUsed(AssessmentDraft draft, string question) =>
        draft.Rules?.Rows.Any(row => row.When.OfType<Answered>().Any(answered => answered.Question == question)) == true
        || draft.Questionnaire?.Weights.Any(of => of.Question == question) == true;

    // Answers come in as canonical text: a name that is not could never be given.
    private static bool Unfit(string name) => Identifier.Problem(name) is not null || Text.Canonical(name, nameof(name)) != name;
}
