using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>A rule table says everything that is wrong with it before it is used.</summary>
public sealed class RuleTableTests
{
    private static readonly Question Rehearsed = Question.YesOrNo("rehearsed", "Was it rehearsed?");
    private static readonly AffectsService Cards = new([new("cards")]);
    private static readonly MadeInEnvironment Live = new([new("production")]);

    [Fact]
    public void A_table_that_leaves_a_change_out_shows_it() =>
        Faults(new RuleTable(RuleMatching.First, [Row("cards", Grade.High, Cards), Row("rehearsed", Grade.Low, Yes(Question.Yes))])).Select(fault => fault.ToString()).Should().Equal(
            "assessment.rules.incomplete at rules: No row matches services [another service], environments [another environment], model normal, answers [rehearsed: no]; add one, or state what holds otherwise.");

    [Fact]
    public void A_table_with_a_row_for_everything_needs_nothing_otherwise()
    {
        var rows = new[] { Row("cards", Grade.High, Cards), Row("rehearsed", Grade.Low, Yes(Question.Yes)), Row("not rehearsed", Grade.Medium, Yes(Question.No)) };

        Faults(new RuleTable(RuleMatching.First, [.. rows])).Should().BeEmpty();
        Codes(new RuleTable(RuleMatching.First, [.. rows], Grade.High)).Should().Equal("assessment.rules.otherwise-vain");
        Faults(new RuleTable(RuleMatching.First, [.. rows[..2]], Grade.High)).Should().BeEmpty();
    }

    [Fact]
    public void A_row_behind_a_wider_one_is_told_with_the_row_that_decides_instead() =>
        Faults(new RuleTable(RuleMatching.First, [Row("live", Grade.Medium, Live), Row("live cards", Grade.High, Live, Cards)], Grade.Low)).Select(fault => fault.ToString()).Should().Equal(
            "assessment.rule.shadowed at rules, row 'live cards': Wherever it matches, 'live' decides instead; leave it out, put it before, or narrow the others.");

    [Fact]
    public void A_row_may_be_shadowed_by_several_together() =>
        Faults(new RuleTable(RuleMatching.First, [Row("yes", Grade.Low, Yes(Question.Yes)), Row("cards", Grade.High, Cards), Row("no", Grade.Medium, Yes(Question.No)), Row("live", Grade.Critical, Live)]))
            .Should().ContainSingle().Which.Message.Should().StartWith("Wherever it matches, 'yes' or 'no' decides instead");

    [Fact]
    public void Where_all_rows_speak_the_order_does_not_matter_but_a_lesser_grade_behind_a_wider_row_is_in_vain()
    {
        Faults(new RuleTable(RuleMatching.All, [Row("live", Grade.Medium, Live), Row("live cards", Grade.High, Live, Cards)], Grade.Low)).Should().BeEmpty();
        Codes(new RuleTable(RuleMatching.All, [Row("live cards", Grade.Medium, Live, Cards), Row("live", Grade.Medium, Live)], Grade.Low)).Should().Equal("assessment.rule.shadowed");
    }

    [Fact]
    public void Conditions_that_exclude_each_other_are_never_met()
    {
        Codes(new RuleTable(RuleMatching.All, [Row("odd", Grade.Low, Yes(Question.Yes), Yes(Question.No))], Grade.Low)).Should().Equal("assessment.rule.never-met");
        Codes(new RuleTable(RuleMatching.All, [Row("two of one", Grade.Low, new AffectsOnlyServices([new("cards")]), new ServiceCount(2))], Grade.Low)).Should().Equal("assessment.rule.never-met");
        Codes(new RuleTable(RuleMatching.All, [Row("none of some", Grade.Low, Cards, new ServiceCount(0, 0))], Grade.Low)).Should().Equal("assessment.rule.never-met");
    }

    [Fact]
    public void The_numbers_of_services_are_told_apart_where_rows_name_them()
    {
        Faults(new RuleTable(RuleMatching.First, [Row("few", Grade.Low, new ServiceCount(0, 3)), Row("some", Grade.Medium, new ServiceCount(4, 999)), Row("many", Grade.High, new ServiceCount(1_000))])).Should().BeEmpty();
        Faults(new RuleTable(RuleMatching.First, [Row("few", Grade.Low, new ServiceCount(0, 3)), Row("many", Grade.High, new ServiceCount(1_000))]))
            .Should().ContainSingle().Which.Message.Should().StartWith("No row matches services [another service], 4 in all, environments");
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_rows_is_told_at_once() => Codes(new RuleTable(
        (RuleMatching)7,
        [
            Row("a", (Grade)9, new AffectsService([]), new AffectsOnlyServices([]), new MadeInEnvironment([]), new MadeOnlyInEnvironments([]), new UnderModel([])),
            Row("a", Grade.Low, new ServiceCount(-1), new ServiceCount(3, 2), new ServiceCount(0, int.MaxValue)),
            new RiskRule(" ", Grade.Low, "so", [new Answered("unheard of", ["x"]), new Answered("rehearsed", ["perhaps"]), new Answered("rehearsed", [])]),
            new RiskRule("half", Grade.Low, "\ud800", []),
        ],
        (Grade)5)).Should().BeEquivalentTo(
            "assessment.rules.word-unknown",
            "assessment.rule.named-twice",
            "assessment.rule.grade-unknown",
            "assessment.rule.condition-empty",
            "assessment.rule.condition-empty",
            "assessment.rule.condition-empty",
            "assessment.rule.condition-empty",
            "assessment.rule.condition-empty",
            "assessment.rule.count-out-of-range",
            "assessment.rule.count-out-of-range",
            "assessment.rule.count-out-of-range",
            "assessment.rule.unnamed",
            "assessment.question.unknown",
            "assessment.question.choice-unknown",
            "assessment.rule.condition-empty",
            "assessment.rule.unnamed");

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void A_table_has_rows_and_not_too_many(int rows) =>
        Codes(new RuleTable(RuleMatching.First, Enumerable.Range(0, rows).Select(row => Row($"row {row}", Grade.Low)).ToValueList())).Should().Equal("assessment.rules.count");

    [Fact]
    public void A_table_that_cannot_be_looked_through_within_bounds_is_refused()
    {
        RuleFindings.Of(new RuleTable(RuleMatching.First, Pigeons(3)), Holes(3)).Should().Match<RuleFindings>(small => small.Gap == null && !small.IsTooLarge);
        Codes(new RuleTable(RuleMatching.First, Pigeons(8), Grade.Low), Holes(8)).Should().Equal("assessment.rules.too-large");
        Codes(new RuleTable(RuleMatching.First, [Row("models", Grade.Low, new UnderModel(Enumerable.Range(0, 64).Select(model => $"m{model}").ToValueList()))], Grade.Low)).Should().Equal("assessment.rules.too-large");
    }

    [Fact]
    public void A_long_table_of_ordinary_rows_is_looked_through_within_bounds()
    {
        var rows = Enumerable.Range(0, 299)
            .Select(row => Row($"row {row}", (Grade)(row % 4), new AffectsService([new($"service {row}"), new($"service {row + 1}")]), Live, Yes(row % 2 == 0 ? Question.Yes : Question.No)))
            .ToValueList();

        RuleFindings.Of(new RuleTable(RuleMatching.First, rows, Grade.Low), [Rehearsed]).IsTooLarge.Should().BeFalse();
    }

    // More pigeons than holes: that two always share one is true, and no search sees it without trying nearly everything.
    private static ValueList<RiskRule> Pigeons(int holes) => [
        .. from first in Enumerable.Range(0, holes + 1)
           from second in Enumerable.Range(first + 1, holes - first)
           from hole in Enumerable.Range(0, holes)
           select Row($"{first} and {second} in {hole}", Grade.Low, new Answered($"pigeon {first}", [$"hole {hole}"]), new Answered($"pigeon {second}", [$"hole {hole}"])),
    ];

    private static Question[] Holes(int holes) =>
        [.. Enumerable.Range(0, holes + 1).Select(pigeon => new Question($"pigeon {pigeon}", "Where?", Enumerable.Range(0, holes).Select(hole => $"hole {hole}").ToValueList()))];

    private static Answered Yes(string choice) => new("rehearsed", [choice]);

    private static RiskRule Row(string name, Grade grade, params RuleCondition[] when) => new(name, grade, "so", when.ToValueList());

    private static IEnumerable<AssessmentFault> Faults(RuleTable table) => table.Faults([Rehearsed]);

    private static IEnumerable<string> Codes(RuleTable table, params Question[] questions) => table.Faults([Rehearsed, .. questions]).Select(fault => fault.Code);
}
