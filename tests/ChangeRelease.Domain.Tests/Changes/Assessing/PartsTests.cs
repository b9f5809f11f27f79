using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>Each part of a scheme says everything that is wrong with it.</summary>
public sealed class PartsTests
{
    private static readonly GradeScale Rising = new(Grade.Low, [new(1, Grade.Medium)]);

    [Fact]
    public void Whatever_parts_are_wrong_are_told_together() => Codes(Schemes.Draft with
    {
        Matrix = new RiskMatrix([]),
        History = new HistoryScale((Confidence)8, new GradeScale(Grade.Low, [new(10_001, Grade.High)])),
        BlastRadius = new BlastRadius(new GradeScale((Grade)6, [])),
        Organization = OrganizationalScale.Plain with { Worst = Grade.Low },
        Rules = Schemes.Draft.Rules! with { Otherwise = null },
    }).Should().Equal(
        [.. Enumerable.Repeat("assessment.table.row-missing", 4), "assessment.rules.incomplete", "assessment.history.confidence-unknown", "assessment.scale.out-of-reach", "assessment.scale.grade-unknown", "assessment.scale.falls"]);

    [Fact]
    public void Questions_have_names_and_choices_and_somebody_who_looks_at_the_answer()
    {
        Codes(new AssessmentDraft { Questions = [new(" a", "So?", ["x", "y"]), new("b", "", ["x", ""]), new("c", "So?", ["x"]), new("d", "So?", ["x", "x"]), new("d", "So?", ["x", "y"]), new("e\u0301", "So?", ["x", "y"])] })
            .Should().BeEquivalentTo("assessment.question.unnamed", "assessment.question.unnamed", "assessment.question.choices", "assessment.question.choice-twice", "assessment.question.named-twice", "assessment.question.unnamed");
        Codes(new AssessmentDraft { Questions = Enumerable.Range(0, 201).Select(at => Question.YesOrNo($"q{at}", "So?")).ToValueList() }).Should().Equal("assessment.question.count");
        Codes(new AssessmentDraft { Questions = [Question.YesOrNo("q", "So?")] }).Should().Equal("assessment.question.unused");
        Question.Graded("q", "How much?").Choices.Should().Equal("Low", "Medium", "High", "Critical");
    }

    [Fact]
    public void A_questionnaire_weighs_every_choice_of_what_it_asks_once()
    {
        var questions = new[] { Question.YesOrNo("a", "So?"), Question.YesOrNo("b", "So?"), Question.YesOrNo("c", "So?") };
        QuestionWeights[] weights =
        [
            new("a", [new("yes", 1)]), new("b", [new("yes", 1), new("yes", 2), new("no", -1), new("perhaps", 1_000_001)]), new("unheard of", []), QuestionWeights.YesOrNo("c", 1, 0), QuestionWeights.YesOrNo("c", 1, 0),
        ];

        new Questionnaire([.. weights], Rising).Faults(questions).Select(fault => fault.Code).Should().Equal(
            "assessment.questionnaire.weighed-twice",
            "assessment.questionnaire.choice-weights",
            "assessment.questionnaire.choice-weights",
            "assessment.weight.out-of-range",
            "assessment.question.choice-unknown",
            "assessment.weight.out-of-range",
            "assessment.question.unknown");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void A_step_that_no_answers_reach_or_all_do_is_a_fault(long from) =>
        new Questionnaire([QuestionWeights.YesOrNo("a", 2, 0)], new GradeScale(Grade.Low, [new(from, Grade.High)])).Faults([Question.YesOrNo("a", "So?")])
            .Should().ContainSingle().Which.Code.Should().Be("assessment.scale.out-of-reach");

    [Fact]
    public void A_scale_rises_with_its_numbers_and_its_grades()
    {
        new GradeScale(Grade.Medium, [new(5, Grade.High), new(5, Grade.High), new(9, (Grade)7)]).Faults("here", 0, 100).Select(fault => fault.Code).Should().Equal(
            "assessment.scale.grade-unknown", "assessment.scale.not-rising", "assessment.scale.falls");
        new GradeScale(Grade.Medium, [new(5, Grade.Low)]).Faults("here", 0, 100).Select(fault => fault.Code).Should().Equal("assessment.scale.falls");
        Enumerable.Range(0, 9).Select(number => new GradeScale(Grade.Low, [new(3, Grade.Medium), new(7, Grade.Critical)]).For(number)).Should().Equal(
            Grade.Low, Grade.Low, Grade.Low, Grade.Medium, Grade.Medium, Grade.Medium, Grade.Medium, Grade.Critical, Grade.Critical);
    }

    private static IEnumerable<string> Codes(AssessmentDraft draft) =>
        FluentActions.Invoking(() => AssessmentScheme.Define(new SchemeId("x"), 1, draft)).Should().Throw<AssessmentDefinitionException>().Which.Faults.Select(fault => fault.Code);
}
